-- The labels of a campagne, put on its dossiers by officers: one put away stays where it is.
CREATE TABLE etiquette (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campagne_id uuid NOT NULL REFERENCES campagne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  nom text NOT NULL CHECK (length(btrim(nom)) > 0),
  couleur text NOT NULL,
  rang integer NOT NULL,
  archivee_le timestamptz,
  cree_le timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX etiquette_nom_idx ON etiquette (campagne_id, plier(nom));
CREATE INDEX etiquette_plie_idx ON etiquette (plier(nom));
CREATE TRIGGER etiquette_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON etiquette FOR EACH STATEMENT EXECUTE FUNCTION reviser('menus', 'dossier');

CREATE TABLE etiquette_de_dossier (
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  etiquette_id uuid NOT NULL REFERENCES etiquette (id) ON DELETE CASCADE ON UPDATE CASCADE,
  par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  le timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, etiquette_id)
);
CREATE INDEX etiquette_de_dossier_etiquette_id_dossier_id_idx ON etiquette_de_dossier (etiquette_id, dossier_id);
CREATE INDEX etiquette_de_dossier_par_id_idx ON etiquette_de_dossier (par_id);
CREATE TRIGGER etiquette_de_dossier_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON etiquette_de_dossier FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
