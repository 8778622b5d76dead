-- A member is taken out of a structure as the page showed them, or not at all.
ALTER TABLE membre_de_structure ADD COLUMN version integer NOT NULL DEFAULT 0;
