-- What the rules of its campagne say of a dossier, kept beside it so that a tab counts and lists it: nothing to say, to be looked at, looked at.
CREATE TYPE "EtatRecevabilite" AS ENUM ('RIEN_A_SIGNALER', 'A_VERIFIER', 'VERIFIEE');
CREATE TYPE "VerdictRecevabilite" AS ENUM ('RECEVABLE', 'PASSER_OUTRE');
ALTER TABLE dossier ADD COLUMN recevabilite "EtatRecevabilite" NOT NULL DEFAULT 'RIEN_A_SIGNALER';
CREATE INDEX dossier_a_verifier_idx ON dossier ((coalesce(rejet_implicite_le, 'infinity'::date)), id) INCLUDE (etat) WHERE recevabilite = 'A_VERIFIER';

-- What an agent said of it. It holds while what was signalled is the same.
CREATE TABLE examen_recevabilite (
  id uuid PRIMARY KEY,
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  verdict "VerdictRecevabilite" NOT NULL,
  motif text NOT NULL DEFAULT '',
  empreinte text NOT NULL,
  constats text[] NOT NULL,
  par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  par text NOT NULL,
  le timestamptz NOT NULL,
  retire_le timestamptz,
  CONSTRAINT examen_recevabilite_motif CHECK (verdict <> 'PASSER_OUTRE' OR length(btrim(motif)) >= 10)
);
CREATE INDEX examen_recevabilite_dossier_id_idx ON examen_recevabilite (dossier_id);
CREATE UNIQUE INDEX examen_recevabilite_vaut_idx ON examen_recevabilite (dossier_id) WHERE retire_le IS NULL;

-- The kept counts of dossiers know whether it is to be looked at: all that reads or writes them is made anew.
ALTER TABLE dossier_compte ADD COLUMN a_verifier boolean NOT NULL DEFAULT false;
ALTER TABLE dossier_compte ALTER COLUMN a_verifier DROP DEFAULT;
DROP INDEX dossier_compte_axe_idx;
CREATE INDEX dossier_compte_axe_idx ON dossier_compte (axe, valeur)
  INCLUDE (campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, nombre, demande_cents, accorde_cents);
DROP VIEW compte_ecart;
DROP VIEW dossier_compte_vrai;

DO $migration$
DECLARE
  axes constant text := $sql$
    SELECT x.axe, x.valeur, x.campagne, x.genre, x.completude, x.agent, d.etat, d.agent_id IS NULL AS libre, d.nb_a_controler > 0 AS a_controler,
      d.recevabilite = 'A_VERIFIER' AS a_verifier,
      sum(d.signe)::int AS nombre, sum(d.signe * d.montant_demande_cents)::bigint AS demande_cents,
      sum(d.signe * coalesce(d.montant_accorde_cents, 0))::bigint AS accorde_cents
    FROM (%s) d CROSS JOIN LATERAL (
      VALUES ('tous', '', '', '', '', ''),
        ('campagne', d.campagne_id::text, '', '', '', ''),
        ('etat', d.etat::text, '', '', '', ''),
        ('genre', d.genre, '', '', '', ''),
        ('completude', d.completude::text, '', '', '', ''),
        ('agent', coalesce(d.agent_id::text, ''), '', '', '', ''),
        ('jour', coalesce(to_char(d.depose_le, 'YYYY-MM-DD'), ''), '', '', '', ''),
        ('fin', '', d.campagne_id::text, d.genre, d.completude::text, coalesce(d.agent_id::text, ''))
      UNION ALL SELECT DISTINCT 'piece', code, '', '', '', '' FROM unnest(d.codes_manquants) code
    ) x (axe, valeur, campagne, genre, completude, agent)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    HAVING sum(d.signe) <> 0 OR sum(d.signe * d.montant_demande_cents) <> 0 OR sum(d.signe * coalesce(d.montant_accorde_cents, 0)) <> 0$sql$;
  comptees constant text := 'campagne_id, genre, completude, agent_id, etat, nb_a_controler, recevabilite, codes_manquants, depose_le,
    montant_demande_cents, montant_accorde_cents';
  colonnes constant text := '(axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, nombre, demande_cents, accorde_cents)';
  avant constant text := format('SELECT -1 AS signe, %s FROM avant', comptees);
  apres constant text := format('SELECT 1 AS signe, %s FROM apres', comptees);
  op text;
BEGIN
  EXECUTE format('CREATE VIEW dossier_compte_vrai AS %s', format(axes, format('SELECT 1 AS signe, %s FROM dossier', comptees)));
  FOREACH op IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('CREATE OR REPLACE FUNCTION dossier_compter_%s() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO dossier_compte %s %s; RETURN NULL; END $f$',
      op, colonnes, format(axes, CASE op WHEN 'insert' THEN apres WHEN 'delete' THEN avant ELSE avant || ' UNION ALL ' || apres END));
  END LOOP;
END $migration$;

CREATE OR REPLACE FUNCTION comptes_resserrer() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('comptes'));
  WITH fois AS (
    SELECT array_agg(id) AS ids FROM dossier_compte
    GROUP BY axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier HAVING count(*) > 1
  ), otes AS (
    DELETE FROM dossier_compte WHERE id IN (SELECT unnest(ids) FROM fois) RETURNING *
  )
  INSERT INTO dossier_compte (axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, nombre, demande_cents, accorde_cents)
  SELECT axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, sum(nombre), sum(demande_cents), sum(accorde_cents) FROM otes
  GROUP BY axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier
  HAVING sum(nombre) <> 0 OR sum(demande_cents) <> 0 OR sum(accorde_cents) <> 0;

  WITH fois AS (SELECT array_agg(id) AS ids FROM compte GROUP BY objet, valeurs HAVING count(*) > 1),
    otes AS (DELETE FROM compte WHERE id IN (SELECT unnest(ids) FROM fois) RETURNING *)
  INSERT INTO compte (objet, valeurs, nombre) SELECT objet, valeurs, sum(nombre) FROM otes GROUP BY objet, valeurs HAVING sum(nombre) <> 0;

  WITH fois AS (SELECT array_agg(id) AS ids FROM revision GROUP BY objet HAVING count(*) > 1),
    otes AS (DELETE FROM revision WHERE id IN (SELECT unnest(ids) FROM fois) RETURNING *)
  INSERT INTO revision (objet) SELECT DISTINCT objet FROM otes;
END $$;

CREATE VIEW compte_ecart AS
  SELECT 'dossier' AS objet, concat_ws(' ', axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier) AS cle, sum(nombre)::int AS nombre,
    sum(demande_cents)::bigint AS demande_cents, sum(accorde_cents)::bigint AS accorde_cents
  FROM (
    SELECT axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, nombre, demande_cents, accorde_cents FROM dossier_compte
    UNION ALL
    SELECT axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, -nombre, -demande_cents, -accorde_cents FROM dossier_compte_vrai
  ) d GROUP BY axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier
  HAVING sum(nombre) <> 0 OR sum(demande_cents) <> 0 OR sum(accorde_cents) <> 0
  UNION ALL
  SELECT objet, array_to_string(valeurs, ' '), sum(nombre)::int, 0, 0
  FROM (SELECT objet, valeurs, nombre FROM compte UNION ALL SELECT objet, valeurs, -nombre FROM compte_vrai) c
  GROUP BY objet, valeurs HAVING sum(nombre) <> 0;

CREATE OR REPLACE FUNCTION comptes_refaire() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE dossier, pre_projet, courriel, courriel_recu, rapport IN SHARE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('comptes'));
  DELETE FROM dossier_compte;
  INSERT INTO dossier_compte (axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, nombre, demande_cents, accorde_cents)
    SELECT * FROM dossier_compte_vrai;
  DELETE FROM compte;
  INSERT INTO compte (objet, valeurs, nombre) SELECT * FROM compte_vrai;
  INSERT INTO revision (objet) VALUES ('dossier'), ('pre_projet');
END $$;

SELECT comptes_refaire();
