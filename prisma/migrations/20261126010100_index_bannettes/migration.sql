-- An order of a bannette is one index, alone and under each filter that leaves many rows; its last column parts the equals. What has no clock
-- comes after all that has one, whichever way it is read: an expression says so, so that a place can be named by its key.
CREATE INDEX dossier_rejet_asc_idx ON dossier ((coalesce(rejet_implicite_le, 'infinity'::date)), id) INCLUDE (etat) WHERE etat <> 'BROUILLON';
CREATE INDEX dossier_rejet_desc_idx ON dossier ((coalesce(rejet_implicite_le, '-infinity'::date)), id) INCLUDE (etat) WHERE etat <> 'BROUILLON';
CREATE INDEX dossier_etat_rejet_idx ON dossier (etat, (coalesce(rejet_implicite_le, 'infinity'::date)), id);
CREATE INDEX dossier_campagne_rejet_idx ON dossier (campagne_id, (coalesce(rejet_implicite_le, 'infinity'::date)), id);
CREATE INDEX dossier_genre_rejet_idx ON dossier (genre, (coalesce(rejet_implicite_le, 'infinity'::date)), id);
CREATE INDEX dossier_completude_rejet_idx ON dossier (completude, (coalesce(rejet_implicite_le, 'infinity'::date)), id);
CREATE INDEX dossier_agent_rejet_idx ON dossier (agent_id, (coalesce(rejet_implicite_le, 'infinity'::date)), id);
CREATE INDEX dossier_etat_montant_idx ON dossier (etat, montant_demande_cents, id);

-- The tabs whose facts depend on today read only what has a clock that runs.
CREATE INDEX dossier_complement_attendu_idx ON dossier (complement_limite)
  INCLUDE (campagne_id, etat, genre, completude, agent_id, depose_le) WHERE complement_limite IS NOT NULL;
CREATE INDEX dossier_rejet_en_cours_idx ON dossier (rejet_implicite_le)
  INCLUDE (campagne_id, etat, genre, completude, agent_id, depose_le) WHERE etat IN ('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION');
CREATE INDEX deverrouillage_ouvert_echeance_idx ON deverrouillage (echeance) WHERE referme_le IS NULL;

-- The ties of a dossier or of a fiche, without their rows.
CREATE INDEX rapprochement_dossier_etat_idx ON rapprochement (dossier_id, etat);
CREATE INDEX rapprochement_pre_projet_etat_idx ON rapprochement (pre_projet_id, etat);

-- The other two bannettes.
CREATE INDEX pre_projet_avis_idx ON pre_projet (avis, recu_le, id);
CREATE INDEX pre_projet_genre_recu_idx ON pre_projet (genre, recu_le, id);
CREATE INDEX pre_projet_hors_delai_idx ON pre_projet (hors_delai, recu_le, id);
CREATE INDEX courriel_modele_idx ON courriel (modele, cree_le, id);
CREATE INDEX courriel_envoye_idx ON courriel (envoye_le, id);
CREATE INDEX courriel_destinataire_idx ON courriel (destinataire, id);
CREATE INDEX courriel_sujet_idx ON courriel (sujet, id);
CREATE INDEX courriel_recu_a_classer_idx ON courriel_recu (recu_le, id)
  WHERE pre_projet_id IS NULL AND dossier_id IS NULL AND reponse_a_id IS NULL AND nature IN ('AUTRE', 'ILLISIBLE', 'DEMANDE_DEVERROUILLAGE');

-- The search of the sent mails.
CREATE INDEX courriel_recherche_idx ON courriel USING gin (destinataire gin_trgm_ops, destinataire_nom gin_trgm_ops, sujet gin_trgm_ops);
CREATE INDEX dossier_numero_mots_idx ON dossier USING gin (numero gin_trgm_ops);

-- The files that are locked, among all that were deposited.
CREATE INDEX piece_version_infecte_idx ON piece_version (analyse_le DESC, id) WHERE "analyse" = 'INFECTE';
CREATE INDEX piece_jointe_infecte_idx ON piece_jointe (analyse_le DESC, id) WHERE "analyse" = 'INFECTE';
