-- When the last try of a mail began: a mail that the server took says that refusals met before it are of the addresses only if it was tried after them. One
-- that was on its way already, its recipient agreed to before the fault, says nothing of it.
ALTER TABLE courriel ADD COLUMN essaye_le timestamptz;
DROP INDEX courriel_transmis_idx;
CREATE INDEX courriel_essaye_idx ON courriel (essaye_le) WHERE etat = 'ENVOYE';
