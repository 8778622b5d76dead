-- The day on which a decision was notified by post, the number of its registered letter, and since when it is to be.
ALTER TABLE decision ADD COLUMN courrier_le date, ADD COLUMN courrier_recommande text NOT NULL DEFAULT '', ADD COLUMN par_courrier_depuis timestamptz;
CREATE INDEX decision_par_courrier_depuis_idx ON decision (par_courrier_depuis);

-- A decision that a mail was to tell is to be told by post when there is no such mail, when it was given up, and when a server refused it or gave it
-- back (#domain/notification-de-decision/notification-prouvee says the same of one; a test compares them).
CREATE FUNCTION a_notifier_par_courrier(decision_id uuid, avec_courriel boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT avec_courriel AND coalesce((SELECT etat IN ('NON_REMIS', 'ANNULE') OR (etat = 'ECHEC' AND cause IN
    ('ADRESSE_INCONNUE', 'BOITE_PLEINE', 'BOITE_FERMEE', 'MESSAGE_TROP_GROS', 'MESSAGE_REFUSE', 'REFUSE'))
    FROM courriel WHERE cle_unique = 'decision/' || decision_id), true)
$$;

CREATE FUNCTION suivre_notification_de_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.par_courrier_depuis := CASE WHEN NEW.courrier_le IS NULL AND a_notifier_par_courrier(NEW.id, NEW.avec_courriel)
    THEN coalesce(NEW.par_courrier_depuis, now()) END;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_notification BEFORE INSERT OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION suivre_notification_de_decision();

-- What becomes of its mail is told to the decision, which looks again. Where nothing changes of it, as at each mail that leaves, its row is not held:
-- who takes a decision back holds it before its mail, and who sends the mail holds that first.
CREATE FUNCTION suivre_courriel_de_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE decision SET courrier_le = courrier_le WHERE id = substr(NEW.cle_unique, 10)::uuid
    AND (par_courrier_depuis IS NOT NULL) <> (courrier_le IS NULL AND a_notifier_par_courrier(id, avec_courriel));
  RETURN NULL;
END $$;
CREATE TRIGGER courriel_de_decision AFTER INSERT OR UPDATE OF etat, cause ON courriel FOR EACH ROW
  WHEN (NEW.cle_unique ~ '^decision/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') EXECUTE FUNCTION suivre_courriel_de_decision();

UPDATE decision SET par_courrier_depuis = prise_le WHERE a_notifier_par_courrier(id, avec_courriel);

-- Only what left can be with the server of the recipient, and not once it was given back.
UPDATE courriel SET remis_au_serveur_le = NULL WHERE remis_au_serveur_le IS NOT NULL AND etat <> 'ENVOYE';
ALTER TABLE courriel ADD CONSTRAINT courriel_remis_au_serveur CHECK (remis_au_serveur_le IS NULL OR etat = 'ENVOYE');
