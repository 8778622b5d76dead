-- When each repeated job last ran to its end: the queue that runs them may be emptied.
CREATE TABLE execution (
  nom text PRIMARY KEY,
  reussie_le timestamptz NOT NULL
);

-- Since when a mail should have left: its hour, or the instant it was put, or put back, among those that leave. `cree_le` says neither of a
-- mail that was held, or given up and asked for again.
ALTER TABLE courriel ADD COLUMN du_le timestamptz NOT NULL DEFAULT now();
UPDATE courriel SET du_le = coalesce(partir_le, cree_le);

CREATE FUNCTION courriel_du_le() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.etat = 'A_ENVOYER' AND (TG_OP = 'INSERT' OR OLD.etat <> 'A_ENVOYER' OR OLD.partir_le IS DISTINCT FROM NEW.partir_le) THEN
    NEW.du_le := greatest(NEW.partir_le, now());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER courriel_du_le BEFORE INSERT OR UPDATE OF etat, partir_le ON courriel FOR EACH ROW EXECUTE FUNCTION courriel_du_le();

CREATE INDEX courriel_du_le_idx ON courriel (du_le) WHERE etat = 'A_ENVOYER';
