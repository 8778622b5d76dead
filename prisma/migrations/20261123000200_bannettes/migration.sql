-- The counters of the tabs are one pass over one index, never over the rows.
CREATE INDEX dossier_compteurs_idx ON dossier (campagne_id, etat)
  INCLUDE (id, agent_id, structure_id, completude, nb_a_controler, rejet_implicite_le, depose_le);

-- Sorted as a reader sorts, without accents or case, in any collation of the database.
CREATE INDEX dossier_objet_plie_idx ON dossier (plier(objet), id);
CREATE INDEX pre_projet_structure_plie_idx ON pre_projet (plier(structure_nom), id);

-- The tab of déverrouillages reads only what is open or asked for.
CREATE INDEX demande_deverrouillage_en_attente_idx ON demande_deverrouillage (dossier_id) WHERE etat = 'EN_ATTENTE';
