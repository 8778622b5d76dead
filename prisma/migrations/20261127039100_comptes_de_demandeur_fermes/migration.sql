-- An account of the extranet is closed and opened again by an officer; none is deleted.
ALTER TABLE demandeur ADD COLUMN actif boolean NOT NULL DEFAULT true, ADD COLUMN version integer NOT NULL DEFAULT 0;
