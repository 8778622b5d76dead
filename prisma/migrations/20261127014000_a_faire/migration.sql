-- What is in course, in the order of its clock: the first tabs of a bannette are pages of this index, from either end.
CREATE INDEX dossier_a_faire_idx ON dossier ((coalesce(rejet_implicite_le, 'infinity'::date)), id)
  INCLUDE (etat, agent_id, complement_limite) WHERE etat IN ('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION');
