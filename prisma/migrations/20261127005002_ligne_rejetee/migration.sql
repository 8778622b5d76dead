-- A rejected line is kept as it was read, so that an officer can correct it without a new file.
ALTER TABLE lot_ligne ADD COLUMN lue jsonb;
