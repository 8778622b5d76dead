-- The reminders that were written of what is filled in on line and not deposited.
ALTER TABLE demande_en_ligne ADD COLUMN rappels text[] NOT NULL DEFAULT '{}';
CREATE INDEX demande_en_ligne_a_rappeler_idx ON demande_en_ligne (campagne_id) WHERE deposee_le IS NULL;
