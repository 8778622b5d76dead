-- Who asked for a mail each working morning of what happened that they have not looked at, and the last entry that one told.
ALTER TABLE agent ADD COLUMN resume_du_jour boolean NOT NULL DEFAULT false;
ALTER TABLE agent ADD COLUMN resume_jusqua bigint NOT NULL DEFAULT 0;
