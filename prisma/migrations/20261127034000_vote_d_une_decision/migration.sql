-- The vote that each grant and each refusal stands on, and the délibération of one that no séance kept here held.
CREATE TYPE "VoteDecision" AS ENUM ('SEANCE', 'HORS_SEANCE', 'NON_RENSEIGNE');
ALTER TABLE decision
  ADD COLUMN vote "VoteDecision",
  ADD COLUMN deliberation_reference text,
  ADD COLUMN deliberation_le date,
  ADD COLUMN deliberation_executoire_le date;

-- What was decided until now without a séance was voted elsewhere, by a délibération that was never asked for.
UPDATE decision SET vote = CASE WHEN ligne_seance_id IS NULL THEN 'NON_RENSEIGNE' ELSE 'SEANCE' END::"VoteDecision"
  WHERE nature IN ('ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE');

ALTER TABLE decision
  ADD CONSTRAINT decision_votee CHECK ((nature IN ('ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE')) = (vote IS NOT NULL)),
  ADD CONSTRAINT decision_en_seance CHECK ((vote IS NOT DISTINCT FROM 'SEANCE') = (ligne_seance_id IS NOT NULL)),
  ADD CONSTRAINT decision_hors_seance CHECK (
    (vote IS NOT DISTINCT FROM 'HORS_SEANCE') = (deliberation_reference IS NOT NULL)
    AND (deliberation_reference IS NULL) = (deliberation_le IS NULL)
    AND (deliberation_reference IS NULL) = (deliberation_executoire_le IS NULL)),
  -- Nothing is decided, so nothing is told, before its délibération is in force.
  ADD CONSTRAINT decision_executoire CHECK (
    btrim(deliberation_reference) <> '' AND deliberation_executoire_le >= deliberation_le
    AND deliberation_executoire_le <= (prise_le AT TIME ZONE 'Europe/Paris')::date);
