-- A vote that is over: the decision made of it was reopened. One vote stands for a dossier at a time.
ALTER TABLE ligne_seance ADD COLUMN rouverte_le timestamptz;
UPDATE ligne_seance l SET rouverte_le = coalesce(
    (SELECT max(j.le) FROM entree_journal j WHERE j.objet = 'dossier' AND j.objet_id = l.dossier_id::text AND j.acte = 'rouvrirDecision' AND j.le >= l.vote_le),
    l.vote_le)
  FROM dossier d
  WHERE d.id = l.dossier_id AND l.nature IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decision x WHERE x.ligne_seance_id = l.id)
    AND (d.etat <> 'VOTE' OR EXISTS (SELECT 1 FROM ligne_seance z
      WHERE z.dossier_id = l.dossier_id AND z.nature IS NOT NULL AND (z.vote_le, z.id) > (l.vote_le, l.id)));
ALTER TABLE ligne_seance ADD CONSTRAINT ligne_seance_rouverte CHECK (rouverte_le IS NULL OR nature IS NOT NULL);
CREATE UNIQUE INDEX ligne_seance_vote_tenu_idx ON ligne_seance (dossier_id) WHERE nature IS NOT NULL AND rouverte_le IS NULL;

-- What was decided by a vote and then reopened is decided again by a later vote.
ALTER TABLE dossier ADD COLUMN vote_rouvert_le timestamptz, ADD COLUMN deliberation_rouverte text;
UPDATE dossier d SET vote_rouvert_le = j.le, deliberation_rouverte = j.deliberation
  FROM (SELECT DISTINCT ON (objet_id) objet_id, le, detail ->> 'deliberation' AS deliberation FROM entree_journal
    WHERE objet = 'dossier' AND acte = 'rouvrirDecision' AND detail ->> 'deliberation' IS NOT NULL ORDER BY objet_id, id DESC) j
  WHERE d.id::text = j.objet_id;
ALTER TABLE dossier ADD CONSTRAINT dossier_vote_rouvert CHECK ((vote_rouvert_le IS NULL) = (deliberation_rouverte IS NULL));

-- What is entered of a dossier in a séance is told to the pages of that séance too. Their version is the last entry that tells something of it.
CREATE OR REPLACE FUNCTION entree_journal_dire() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vue bigint;
  seance text := CASE WHEN NEW.objet = 'seance' THEN NEW.objet_id WHEN NEW.objet = 'dossier' THEN NEW.detail ->> 'seanceId' END;
BEGIN
  IF NEW.objet = 'dossier' AND NEW.objet_id ~ '^[0-9a-f-]{36}$' THEN
    SELECT version INTO vue FROM dossier WHERE id = NEW.objet_id::uuid;
  ELSIF NEW.objet = 'pre-projet' AND NEW.objet_id ~ '^[0-9a-f-]{36}$' THEN
    SELECT version INTO vue FROM pre_projet WHERE id = NEW.objet_id::uuid;
  END IF;
  IF NEW.objet <> 'seance' THEN
    PERFORM pg_notify('fait', json_build_object(
      'objet', NEW.objet, 'id', left(NEW.objet_id, 100), 'version', vue, 'par', NEW.acteur_id, 'entree', NEW.id::text)::text);
  END IF;
  IF seance IS NOT NULL THEN
    PERFORM pg_notify('fait', json_build_object(
      'objet', 'seance', 'id', left(seance, 100), 'version', NEW.id, 'par', NEW.acteur_id, 'entree', NEW.id::text)::text);
  END IF;
  RETURN NULL;
END $$;
