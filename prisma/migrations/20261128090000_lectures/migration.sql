-- The grille de notation of a campagne, and what each reader gave a dossier on it.
CREATE TABLE critere_de_notation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campagne_id uuid NOT NULL REFERENCES campagne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  libelle text NOT NULL,
  aide text NOT NULL,
  maximum integer NOT NULL,
  rang integer NOT NULL,
  archive_le timestamptz,
  cree_le timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT critere_de_notation_maximum CHECK (maximum BETWEEN 1 AND 100)
);
CREATE INDEX critere_de_notation_campagne_id_idx ON critere_de_notation (campagne_id, rang);

CREATE TABLE lecture (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  notes jsonb NOT NULL,
  points integer,
  maximum integer,
  rendue_le timestamptz,
  remplacee_le timestamptz,
  cree_le timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT lecture_rendue CHECK ((rendue_le IS NULL) = (points IS NULL) AND (points IS NULL) = (maximum IS NULL)),
  CONSTRAINT lecture_points CHECK (points BETWEEN 0 AND maximum AND maximum > 0),
  CONSTRAINT lecture_remplacee CHECK (remplacee_le IS NULL OR rendue_le IS NOT NULL)
);
-- One lecture of a reader stands on a dossier; those it replaced stay.
CREATE UNIQUE INDEX lecture_une_par_lecteur ON lecture (dossier_id, agent_id) WHERE remplacee_le IS NULL;
CREATE INDEX lecture_dossier_id_idx ON lecture (dossier_id, cree_le);
CREATE INDEX lecture_agent_id_idx ON lecture (agent_id);
