-- Who a demandeur is for a provider of identity, by what it calls them: one of each provider, and nobody else's.
CREATE TABLE identite_proconnect (
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  issuer text NOT NULL,
  sub text NOT NULL,
  courriel text NOT NULL DEFAULT '',
  reliee_le timestamptz NOT NULL,
  PRIMARY KEY (demandeur_id, issuer)
);
CREATE UNIQUE INDEX identite_proconnect_issuer_sub_key ON identite_proconnect (issuer, sub);
-- Returns that served, until they could serve no more.
CREATE TABLE retour_proconnect (
  id text NOT NULL PRIMARY KEY,
  expire_le timestamptz NOT NULL
);
CREATE INDEX retour_proconnect_expire_le_idx ON retour_proconnect (expire_le);
