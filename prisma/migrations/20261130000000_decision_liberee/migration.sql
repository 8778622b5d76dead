-- Who else than who took it let a decision of a vote held elsewhere be told. Of one taken before, whose mail still waits its hour, nobody has: the gate holds it as it
-- leaves, for somebody to read it. What was told before stays told.
ALTER TABLE decision
  ADD COLUMN liberee_par_id uuid REFERENCES agent(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN liberee_le timestamptz,
  ADD CONSTRAINT decision_liberee CHECK ((liberee_par_id IS NULL) = (liberee_le IS NULL)),
  -- Never by who took it, and nothing else than what waits for it.
  ADD CONSTRAINT decision_liberee_par_une_autre CHECK (liberee_par_id IS NULL
    OR (vote IS NOT DISTINCT FROM 'HORS_SEANCE' AND prise_par_id IS DISTINCT FROM liberee_par_id));
CREATE INDEX decision_liberee_par_id_idx ON decision (liberee_par_id);
