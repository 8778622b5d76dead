-- What the service notes of the dossiers of a campagne beside what the demandeur wrote: its fields. One put away keeps what it holds.
CREATE TABLE champ_du_service (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campagne_id uuid NOT NULL REFERENCES campagne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  libelle text NOT NULL CHECK (length(btrim(libelle)) > 0),
  type text NOT NULL,
  choix text[] NOT NULL DEFAULT '{}',
  rang integer NOT NULL,
  archive_le timestamptz,
  cree_le timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX champ_du_service_libelle_idx ON champ_du_service (campagne_id, plier(libelle));
CREATE INDEX champ_du_service_plie_idx ON champ_du_service (plier(libelle));
CREATE TRIGGER champ_du_service_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON champ_du_service FOR EACH STATEMENT EXECUTE FUNCTION reviser('menus', 'dossier');

-- What a dossier holds in them, by the id of the field: read with the row, so that a list asks nothing more for a dossier that holds nothing.
ALTER TABLE dossier ADD COLUMN champs_service jsonb NOT NULL DEFAULT '{}';
CREATE INDEX dossier_champs_service_idx ON dossier USING gin (champs_service);
