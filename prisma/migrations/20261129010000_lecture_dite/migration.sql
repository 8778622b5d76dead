-- What a worker finds in a file, once a page already shows its dossier: the antivirus has spoken, the budget is read, something is noticed. No
-- entry of the journal tells it and the dossier keeps its version, but what blocks it may have gone.
CREATE FUNCTION piece_version_dire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('fait', json_build_object('objet', 'dossier', 'id', dossier_id)::text) FROM piece WHERE id = NEW.piece_id;
  RETURN NULL;
END $$;
CREATE TRIGGER piece_version_dire AFTER UPDATE ON piece_version
  FOR EACH ROW WHEN ((OLD.analyse, OLD.budget, OLD.signalements) IS DISTINCT FROM (NEW.analyse, NEW.budget, NEW.signalements))
  EXECUTE FUNCTION piece_version_dire();
