-- The letters of a séance are drawn before they are told: what came of each, and the fingerprint of the words it was drawn from.
ALTER TABLE seance ADD COLUMN lettres_demandees_le timestamptz;
CREATE TABLE lettre_repetee (
  ligne_seance_id uuid PRIMARY KEY REFERENCES ligne_seance (id) ON DELETE CASCADE ON UPDATE CASCADE,
  seance_id uuid NOT NULL REFERENCES seance (id) ON DELETE CASCADE ON UPDATE CASCADE,
  empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
  composee boolean NOT NULL,
  detail text NOT NULL DEFAULT '',
  dessinee_le timestamptz NOT NULL
);
CREATE INDEX lettre_repetee_seance_id_idx ON lettre_repetee (seance_id);

-- A page that waits for them is told of each (docs/decisions/0036).
CREATE TRIGGER lettre_repetee_dessinee AFTER INSERT ON lettre_repetee REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION avancement_dire('seance', 'seance_id');
CREATE TRIGGER lettre_repetee_redessinee AFTER UPDATE ON lettre_repetee REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION avancement_dire('seance', 'seance_id');
