-- The territoires of the Département, by which dossiers are told apart: each commune is in one at most.
CREATE TABLE territoire (
  id uuid PRIMARY KEY,
  nom text NOT NULL CHECK (length(btrim(nom)) > 0),
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX territoire_nom_key ON territoire (plier(nom));

CREATE TABLE territoire_commune (
  code_insee text PRIMARY KEY,
  territoire_id uuid NOT NULL REFERENCES territoire (id) ON DELETE CASCADE
);
CREATE INDEX territoire_commune_territoire_id_idx ON territoire_commune (territoire_id);

CREATE INDEX structure_code_insee_idx ON structure (code_insee);

-- The menu of a bannette names them, and what it shows depends on their communes.
CREATE TRIGGER territoire_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON territoire
  FOR EACH STATEMENT EXECUTE FUNCTION reviser('menus', 'dossier');
CREATE TRIGGER territoire_commune_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON territoire_commune
  FOR EACH STATEMENT EXECUTE FUNCTION reviser('menus', 'dossier');
