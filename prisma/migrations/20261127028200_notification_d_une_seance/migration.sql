-- Who read the mails of a séance and put them forward: someone else lets them go.
ALTER TABLE seance
  ADD COLUMN preparee_par_id uuid REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN preparee_le timestamptz,
  ADD CONSTRAINT seance_preparee CHECK ((preparee_par_id IS NULL) = (preparee_le IS NULL));
CREATE INDEX seance_preparee_par_id_idx ON seance (preparee_par_id);
