-- The journal is read by instant, of everybody, of one agent or of one kind of act, from any of its pages.
CREATE INDEX entree_journal_le_id_idx ON entree_journal (le, id);
CREATE INDEX entree_journal_acte_le_id_idx ON entree_journal (acte, le, id);
CREATE INDEX entree_journal_acteur_id_le_id_idx ON entree_journal (acteur_id, le, id);
