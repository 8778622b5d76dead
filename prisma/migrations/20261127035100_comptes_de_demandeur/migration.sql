-- A demandeur chooses a password by a link that serves once; their signed-in browsers are nobody else's.
ALTER TABLE demandeur
  ADD COLUMN mot_de_passe text,
  ADD COLUMN activation text,
  ADD COLUMN activation_expire_le timestamptz;
CREATE UNIQUE INDEX demandeur_activation_key ON demandeur (activation);

CREATE TABLE session_demandeur (
  id text PRIMARY KEY,
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  cree_le timestamptz NOT NULL,
  expire_le timestamptz NOT NULL,
  vu_le timestamptz NOT NULL,
  navigateur text NOT NULL DEFAULT ''
);
CREATE INDEX session_demandeur_demandeur_id_idx ON session_demandeur (demandeur_id);
CREATE INDEX session_demandeur_expire_le_idx ON session_demandeur (expire_le);
