-- The second factor of a demandeur who wants one: its secret enciphered, the last step of time that served, and what is left of the codes that serve
-- once, by their hash. In force from the day a first code was given.
CREATE TABLE second_facteur (
  demandeur_id uuid NOT NULL PRIMARY KEY REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  secret text NOT NULL,
  actif_depuis timestamptz,
  dernier_pas integer NOT NULL DEFAULT 0,
  secours text[] NOT NULL DEFAULT '{}'
);
-- A sign-in whose password was right, and which waits for a code: it opens nothing.
CREATE TABLE etape_de_connexion (
  id text NOT NULL PRIMARY KEY,
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  expire_le timestamptz NOT NULL
);
CREATE INDEX etape_de_connexion_demandeur_id_idx ON etape_de_connexion (demandeur_id);
CREATE INDEX etape_de_connexion_expire_le_idx ON etape_de_connexion (expire_le);
