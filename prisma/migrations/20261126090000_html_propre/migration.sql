-- The HTML of a received mail, cleaned once when it is read: no page cleans it again.
ALTER TABLE courriel_recu ADD COLUMN html_propre text;
