-- When the recipient's own server said, in a report that names our envelope, that it has this mail.
ALTER TABLE courriel ADD COLUMN remis_au_serveur_le timestamptz;

-- A mail as it was handed over, byte for byte, each time it was.
CREATE TABLE copie_de_courriel (
  prise uuid PRIMARY KEY,
  courriel_id uuid NOT NULL REFERENCES courriel (id) ON DELETE CASCADE ON UPDATE CASCADE,
  le timestamptz NOT NULL,
  octets bytea NOT NULL,
  sha256 text NOT NULL,
  pieces jsonb NOT NULL
);
CREATE INDEX copie_de_courriel_courriel_id_le_idx ON copie_de_courriel (courriel_id, le);
