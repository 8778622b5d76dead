-- What comes back of a mail that left: the word that ties it, what mail systems say of it, and whether an officer dealt with it.
ALTER TABLE courriel
  ADD COLUMN mention_retour text,
  ADD COLUMN jeton_retour text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  ADD COLUMN regle_le timestamptz;
-- What came back left all the same.
ALTER TABLE courriel DROP CONSTRAINT courriel_envoye;
ALTER TABLE courriel ADD CONSTRAINT courriel_envoye CHECK ((etat IN ('ENVOYE', 'NON_REMIS')) = (envoye_le IS NOT NULL));
CREATE UNIQUE INDEX courriel_jeton_retour_key ON courriel (jeton_retour);
CREATE INDEX courriel_non_remis_idx ON courriel (dossier_id) WHERE etat = 'NON_REMIS' AND regle_le IS NULL;

CREATE TABLE adresse_non_remise (
  adresse text PRIMARY KEY,
  motif text NOT NULL,
  depuis_le timestamptz NOT NULL,
  courriel_id uuid NOT NULL REFERENCES courriel (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX adresse_non_remise_courriel_id_idx ON adresse_non_remise (courriel_id);
