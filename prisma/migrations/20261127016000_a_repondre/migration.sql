-- What becomes of the answer that a received mail asks for, and the mail of ours that is its answer.
CREATE TYPE "SuiteRecue" AS ENUM ('A_REPONDRE', 'REPONDU', 'REPONDU_AILLEURS', 'SANS_REPONSE');

ALTER TABLE courriel ADD COLUMN courriel_recu_id uuid REFERENCES courriel_recu (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX courriel_courriel_recu_id_idx ON courriel (courriel_recu_id);

ALTER TABLE courriel_recu ADD COLUMN suite "SuiteRecue",
  ADD COLUMN suite_le timestamptz,
  ADD COLUMN suite_par text,
  ADD COLUMN repondu_par_id uuid REFERENCES courriel (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX courriel_recu_repondu_par_id_idx ON courriel_recu (repondu_par_id);
CREATE INDEX courriel_recu_a_repondre_idx ON courriel_recu (recu_le DESC, id DESC) WHERE suite = 'A_REPONDRE';

-- The received mails are counted by whether they wait for an answer too.
DO $migration$
DECLARE
  valeurs constant text := $sql$ARRAY[(d.pre_projet_id IS NULL AND d.dossier_id IS NULL AND d.reponse_a_id IS NULL
    AND d.nature IN ('AUTRE', 'ILLISIBLE', 'DEMANDE_DEVERROUILLAGE'))::text, (d.suite IS NOT DISTINCT FROM 'A_REPONDRE')::text]$sql$;
  colonnes constant text := 'pre_projet_id, dossier_id, reponse_a_id, nature, suite';
  autres constant text[][] := ARRAY[
    ARRAY['pre_projet', 'ARRAY[d.etat::text, d.hors_delai::text]', 'etat, hors_delai'],
    ARRAY['courriel', 'ARRAY[d.etat::text, d.modele]', 'etat, modele'],
    ARRAY['courriel_recu', valeurs, colonnes],
    ARRAY['rapport', 'ARRAY[d.etat::text]', 'etat']];
  comptees constant text := $sql$
    SELECT %L::text AS objet, %s AS valeurs, sum(d.signe)::int AS nombre FROM (%s) d GROUP BY 2 HAVING sum(d.signe) <> 0$sql$;
  avant constant text := format('SELECT -1 AS signe, %s FROM avant', colonnes);
  apres constant text := format('SELECT 1 AS signe, %s FROM apres', colonnes);
  une text[];
  vraies text[] := '{}';
  op text;
BEGIN
  FOREACH op IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('CREATE OR REPLACE FUNCTION courriel_recu_compter_%s() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO compte (objet, valeurs, nombre) %s; RETURN NULL; END $f$',
      op, format(comptees, 'courriel_recu', valeurs, CASE op WHEN 'insert' THEN apres WHEN 'delete' THEN avant ELSE avant || ' UNION ALL ' || apres END));
  END LOOP;
  FOREACH une SLICE 1 IN ARRAY autres LOOP
    vraies := vraies || format(comptees, une[1], une[2], format('SELECT 1 AS signe, %s FROM %I', une[3], une[1]));
  END LOOP;
  EXECUTE format('CREATE OR REPLACE VIEW compte_vrai AS %s', array_to_string(vraies, ' UNION ALL '));
END $migration$;

-- Those received before: answered where an officer wrote in the thread since; of the others, those of the last sixty days wait.
UPDATE courriel_recu r SET suite = 'REPONDU', suite_le = c.cree_le, suite_par = c.acteur, repondu_par_id = c.id
  FROM (
    SELECT DISTINCT ON (r.id) r.id AS recu, c.id, c.cree_le, c.acteur
    FROM courriel_recu r JOIN courriel c ON c.modele = 'message_libre' AND c.etat <> 'ANNULE' AND c.cree_le > r.recu_le
      AND (c.dossier_id = r.dossier_id OR c.pre_projet_id = r.pre_projet_id) AND lower(c.destinataire) = lower(r.de)
    WHERE r.traite_le IS NOT NULL AND r.automatisme IS NULL AND r.de <> '' AND r.nature IN ('AUTRE', 'ILLISIBLE')
    ORDER BY r.id, c.cree_le, c.id
  ) c WHERE r.id = c.recu;
UPDATE courriel_recu SET suite = 'A_REPONDRE'
  WHERE suite IS NULL AND traite_le IS NOT NULL AND automatisme IS NULL AND de <> '' AND nature IN ('AUTRE', 'ILLISIBLE')
    AND recu_le > now() - interval '60 days';

SELECT comptes_refaire();
