-- Failed sign-ins, by account and place: each one waits longer. A place that a person signed in from before is its own, whatever strangers do.
DROP TABLE rate_limiter_flexible;

CREATE TABLE essai_connexion (
  cle text PRIMARY KEY,
  echecs integer NOT NULL,
  libre_le timestamptz NOT NULL
);
CREATE INDEX essai_connexion_libre_le_idx ON essai_connexion (libre_le);

CREATE TABLE navigateur_connu (
  id text NOT NULL,
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  vu_le timestamptz NOT NULL,
  PRIMARY KEY (id, agent_id)
);
CREATE INDEX navigateur_connu_agent_id_idx ON navigateur_connu (agent_id);
CREATE INDEX navigateur_connu_vu_le_idx ON navigateur_connu (vu_le);

-- A session left alone ends before the day does.
ALTER TABLE session_agent ADD COLUMN vu_le timestamptz NOT NULL DEFAULT now();
