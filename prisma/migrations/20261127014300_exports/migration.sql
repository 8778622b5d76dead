-- The rows of a bannette, asked for as a file: which list, with which columns.
ALTER TABLE rapport ADD COLUMN export_voulu jsonb;
