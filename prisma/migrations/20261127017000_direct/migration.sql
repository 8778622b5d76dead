-- What happens is told to whoever listens on `fait`, in the transaction that makes it true: taken back with it, told with its commit. A word says
-- which thing, by whom and which entry of the journal tells it; it names nobody. Entries of the journal are already written one transaction at a
-- time, so that the lock a commit with a word takes is one that its transaction holds no longer than before.
CREATE FUNCTION entree_journal_dire() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vue integer;
BEGIN
  IF NEW.objet = 'dossier' AND NEW.objet_id ~ '^[0-9a-f-]{36}$' THEN
    SELECT version INTO vue FROM dossier WHERE id = NEW.objet_id::uuid;
  ELSIF NEW.objet = 'pre-projet' AND NEW.objet_id ~ '^[0-9a-f-]{36}$' THEN
    SELECT version INTO vue FROM pre_projet WHERE id = NEW.objet_id::uuid;
  END IF;
  PERFORM pg_notify('fait', json_build_object(
    'objet', NEW.objet, 'id', left(NEW.objet_id, 100), 'version', vue, 'par', NEW.acteur_id, 'entree', NEW.id::text)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER entree_journal_dire AFTER INSERT ON entree_journal
  FOR EACH ROW EXECUTE FUNCTION entree_journal_dire();

-- How far a work is: told once for all the rows that a statement changes. TG_ARGV: the kind of thing, and the column that names it.
CREATE FUNCTION avancement_dire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT pg_notify(''fait'', json_build_object(''objet'', $1, ''id'', id)::text) FROM (SELECT DISTINCT %I::text AS id FROM changees) c', TG_ARGV[1])
    USING TG_ARGV[0];
  RETURN NULL;
END $$;
CREATE TRIGGER lot_dire AFTER UPDATE ON lot REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION avancement_dire('lot', 'id');
CREATE TRIGGER rapport_dire AFTER UPDATE ON rapport REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION avancement_dire('rapport', 'id');
CREATE TRIGGER reapplication_dire AFTER UPDATE ON reapplication REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION avancement_dire('campagne', 'campagne_id');
CREATE TRIGGER lot_actes_ligne_dire AFTER UPDATE ON lot_actes_ligne REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION avancement_dire('lot-actes', 'lot_id');

-- A session that ends, and an account that closes or changes of role: whoever tells them something looks again.
CREATE FUNCTION session_dire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT pg_notify(''fait'', json_build_object(''objet'', ''session'', ''id'', id)::text) FROM (SELECT DISTINCT %I::text AS id FROM changees) c', TG_ARGV[0]);
  RETURN NULL;
END $$;
CREATE TRIGGER session_agent_dire AFTER DELETE ON session_agent REFERENCING OLD TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION session_dire('agent_id');
CREATE TRIGGER agent_dire AFTER UPDATE ON agent REFERENCING NEW TABLE AS changees
  FOR EACH STATEMENT EXECUTE FUNCTION session_dire('id');

-- Who has which dossier or fiche before their eyes, by tab. Worth nothing after a restart, so written to no log.
CREATE UNLOGGED TABLE presence (
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  onglet uuid NOT NULL,
  flux uuid NOT NULL,
  objet text NOT NULL,
  objet_id text NOT NULL,
  ecrit boolean NOT NULL,
  vu_le timestamptz NOT NULL,
  PRIMARY KEY (agent_id, onglet)
);
CREATE INDEX presence_objet_objet_id_idx ON presence (objet, objet_id);

CREATE FUNCTION presence_dire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('fait', json_build_object('objet', 'presence', 'id', OLD.objet || ':' || OLD.objet_id)::text);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM pg_notify('fait', json_build_object('objet', 'presence', 'id', NEW.objet || ':' || NEW.objet_id)::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER presence_arrivee AFTER INSERT OR DELETE ON presence
  FOR EACH ROW EXECUTE FUNCTION presence_dire();
-- Being still there says nothing new.
CREATE TRIGGER presence_changee AFTER UPDATE ON presence
  FOR EACH ROW WHEN ((OLD.objet, OLD.objet_id, OLD.ecrit) IS DISTINCT FROM (NEW.objet, NEW.objet_id, NEW.ecrit))
  EXECUTE FUNCTION presence_dire();
