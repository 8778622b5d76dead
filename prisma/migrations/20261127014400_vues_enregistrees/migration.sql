-- A narrowing of a bannette kept under a name, by an agent, for them or for all.
CREATE TABLE vue_enregistree (
  id uuid PRIMARY KEY,
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  bannette text NOT NULL,
  nom text NOT NULL,
  recherche text NOT NULL,
  partagee boolean NOT NULL DEFAULT false,
  cree_le timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT vue_enregistree_nom CHECK (nom = btrim(nom) AND nom <> '')
);
CREATE UNIQUE INDEX vue_enregistree_agent_id_bannette_nom_key ON vue_enregistree (agent_id, bannette, nom);
CREATE INDEX vue_enregistree_bannette_idx ON vue_enregistree (bannette);

-- The columns of a bannette as an agent wants them, whatever the browser.
CREATE TABLE colonnes_gardees (
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  bannette text NOT NULL,
  choix jsonb NOT NULL,
  maj_le timestamptz NOT NULL,
  PRIMARY KEY (agent_id, bannette)
);
