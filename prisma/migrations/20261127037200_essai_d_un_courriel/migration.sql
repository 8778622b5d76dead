-- When the last try of a mail began: a mail that the server took says that refusals met before it are of the addresses only if it was tried after them. One
-- that was on its way already, its recipient agreed to before the fault, says nothing of it.
ALTER TABLE courriel ADD COLUMN essaye_le timestamptz;
-- Of those that left before this hour was kept, the last one taken says enough: only the latest is asked for.
UPDATE courriel SET essaye_le = transmis_le WHERE id =
  (SELECT id FROM courriel WHERE etat = 'ENVOYE' AND transmis_le IS NOT NULL ORDER BY transmis_le DESC LIMIT 1);
DROP INDEX courriel_transmis_idx;
CREATE INDEX courriel_essaye_idx ON courriel (essaye_le) WHERE etat = 'ENVOYE';
