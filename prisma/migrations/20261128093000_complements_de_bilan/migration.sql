-- A bilan to complete is told to its structure: when it was, when it was reminded, and the last day that it had before it was given a later one.
ALTER TABLE bilan_de_projet
  ADD COLUMN complement_le timestamptz,
  ADD COLUMN rappel_le timestamptz,
  ADD COLUMN du_le_avant date,
  ADD CONSTRAINT bilan_de_projet_complement CHECK (complement_le IS NOT NULL OR num_nonnulls(rappel_le, du_le_avant) = 0);
CREATE INDEX bilan_de_projet_a_rappeler_idx ON bilan_de_projet (du_le, id) WHERE complement_le IS NOT NULL AND verdict = 'A_COMPLETER' AND rappel_le IS NULL;
