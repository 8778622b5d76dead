-- A lot may ask something else of each of its lines: a vote read in a workbook, an amount worked out by a scenario.
ALTER TABLE lot_actes ADD COLUMN par_ligne boolean NOT NULL DEFAULT false, ADD COLUMN rejets text[] NOT NULL DEFAULT '{}';
ALTER TABLE lot_actes_ligne ADD COLUMN saisie jsonb;
