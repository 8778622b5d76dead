-- One list of the bannette: the decisions that wait for an officer to tell them. Their mails that are held or failed, and are few.
CREATE INDEX courriel_decision_a_reprendre_idx ON courriel (dossier_id) WHERE etat IN ('RETENU', 'ECHEC') AND cle_unique LIKE 'decision/%';

-- What changes that list without a dossier being written: what becomes of the mail of a decision, and a délibération that comes in force.
CREATE TRIGGER courriel_de_decision_reviser AFTER UPDATE OF etat, cause ON courriel FOR EACH ROW
  WHEN (NEW.cle_unique LIKE 'decision/%' AND (OLD.etat, OLD.cause) IS DISTINCT FROM (NEW.etat, NEW.cause)) EXECUTE FUNCTION reviser('dossier');
CREATE TRIGGER deliberation_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON deliberation FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
