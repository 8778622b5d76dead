-- The pace at which mails go to receiving servers that count what they are sent (Orange takes three connections, those of Wanadoo with them).
CREATE TABLE groupe_de_serveurs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  nom text NOT NULL CHECK (btrim(nom) <> ''),
  simultanes integer NOT NULL CHECK (simultanes BETWEEN 1 AND 50),
  par_heure integer CHECK (par_heure BETWEEN 1 AND 100000),
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX groupe_de_serveurs_nom ON groupe_de_serveurs (lower(nom));
CREATE TABLE domaine_de_groupe (
  domaine text PRIMARY KEY CHECK (domaine = lower(btrim(domaine)) AND domaine <> ''),
  groupe_id uuid NOT NULL REFERENCES groupe_de_serveurs (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX domaine_de_groupe_groupe_id_idx ON domaine_de_groupe (groupe_id);

WITH groupe AS (INSERT INTO groupe_de_serveurs (nom, simultanes) VALUES ('Orange et Wanadoo', 3) RETURNING id)
INSERT INTO domaine_de_groupe (domaine, groupe_id) SELECT domaine, id FROM groupe, unnest(ARRAY['orange.fr', 'wanadoo.fr']) AS domaine;

-- The domain of an address, as #domain/courriel/suspension reads it.
CREATE FUNCTION domaine_de(adresse text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT rtrim(lower(btrim(split_part(adresse, '@', -1))), '.') $$;

ALTER TABLE courriel ADD COLUMN attend_tour_depuis timestamptz;
-- Those that wait for their turn, those on their way, and the tries of the last hour: each a handful of rows.
CREATE INDEX courriel_tour_idx ON courriel (du_le, id) WHERE etat = 'A_ENVOYER' AND attend_tour_depuis IS NOT NULL;
CREATE INDEX courriel_en_route_idx ON courriel (pris_le) WHERE etat = 'A_ENVOYER' AND prise IS NOT NULL;
CREATE INDEX courriel_essais_idx ON courriel (essaye_le) WHERE essaye_le IS NOT NULL;
