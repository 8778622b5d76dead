-- The nearest échéances are the head of one index: many dossiers lapse on one day, and none of them is read to be put in order.
DROP INDEX dossier_rejet_en_cours_idx;
CREATE INDEX dossier_rejet_en_cours_idx ON dossier (rejet_implicite_le, id)
  INCLUDE (campagne_id, etat, genre, completude, agent_id, depose_le) WHERE etat IN ('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION');
