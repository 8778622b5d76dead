-- The words that officers find ready where they write, for one campagne or for all. One that is retired is offered no more.
CREATE TYPE "UsageTexte" AS ENUM ('MESSAGE', 'NOTE', 'COMPLEMENT', 'NON_CONFORMITE', 'REFUS', 'IRRECEVABILITE', 'SANS_SUITE');

CREATE TABLE texte_type (
  id uuid PRIMARY KEY,
  usage "UsageTexte" NOT NULL,
  campagne_id uuid REFERENCES campagne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  nom text NOT NULL CHECK (length(btrim(nom)) > 0),
  corps text NOT NULL CHECK (length(btrim(corps)) > 0),
  version integer NOT NULL DEFAULT 1,
  cree_le timestamptz NOT NULL,
  retire_le timestamptz
);
CREATE UNIQUE INDEX texte_type_nom_key ON texte_type (usage, campagne_id, plier(nom)) NULLS NOT DISTINCT WHERE retire_le IS NULL;
CREATE INDEX texte_type_campagne_id_idx ON texte_type (campagne_id);

CREATE TABLE version_texte_type (
  texte_id uuid NOT NULL REFERENCES texte_type (id) ON DELETE CASCADE ON UPDATE CASCADE,
  numero integer NOT NULL,
  nom text NOT NULL,
  corps text NOT NULL,
  agent_id uuid NOT NULL,
  agent text NOT NULL,
  cree_le timestamptz NOT NULL,
  PRIMARY KEY (texte_id, numero)
);
