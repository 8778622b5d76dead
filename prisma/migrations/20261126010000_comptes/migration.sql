-- What the screens count, kept in the transaction of the fact. A fact adds rows that say what changes (+1 here, -1 there) and touches none that
-- another transaction wrote: writers never wait for each other, and never lock each other out. A count is the sum of the rows of its key; a
-- job gathers those of one key into one.

-- The genre of its structure stands on the dossier: a filter and a count read one table. The structure cannot change it meanwhile: the lock.
ALTER TABLE dossier ADD COLUMN genre text NOT NULL DEFAULT '';

CREATE OR REPLACE FUNCTION dossier_recherche() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT plier(concat_ws(' ', NEW.numero, NEW.objet, s.nom, s.sigle, s.siret, NEW.pays, NEW.ville_partenaire, s.commune)), s.genre
    INTO NEW.recherche, NEW.genre FROM structure s WHERE s.id = NEW.structure_id FOR SHARE;
  RETURN NEW;
END $$;

DROP TRIGGER structure_recherche ON structure;
CREATE TRIGGER structure_recherche AFTER UPDATE OF nom, sigle, siret, commune, genre ON structure
  FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION structure_recherche();

UPDATE dossier d SET genre = s.genre FROM structure s WHERE s.id = d.structure_id;

-- Dossiers, along one axis at a time (`tous`, or one filter and its value), and along all of them at once (`fin`, for several filters together).
CREATE TABLE dossier_compte (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  axe text NOT NULL,
  valeur text NOT NULL,
  campagne text NOT NULL,
  genre text NOT NULL,
  completude text NOT NULL,
  agent text NOT NULL,
  etat "EtatDossier" NOT NULL,
  libre boolean NOT NULL,
  a_controler boolean NOT NULL,
  nombre integer NOT NULL,
  demande_cents bigint NOT NULL,
  accorde_cents bigint NOT NULL
);
CREATE INDEX dossier_compte_axe_idx ON dossier_compte (axe, valeur)
  INCLUDE (campagne, genre, completude, agent, etat, libre, a_controler, nombre, demande_cents, accorde_cents);

-- Everything else that is only counted: by what it is, and by the values it is counted under.
CREATE TABLE compte (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  objet text NOT NULL,
  valeurs text[] NOT NULL,
  nombre integer NOT NULL
);
CREATE INDEX compte_objet_idx ON compte (objet) INCLUDE (valeurs, nombre);

-- Which facts an answer was made of: two readings that find the same rows here found the same facts. Never updated, gathered like the counts.
CREATE TABLE revision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  objet text NOT NULL
);
CREATE INDEX revision_objet_idx ON revision (objet, id);

CREATE FUNCTION revision_de(voulu text) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT count(*) || '/' || coalesce(sum(hashint8extended(id, 0)), 0) FROM revision WHERE objet = voulu $$;

DO $migration$
DECLARE
  -- One row per axis of a dossier `d`, which counts `d.signe`.
  axes constant text := $sql$
    SELECT x.axe, x.valeur, x.campagne, x.genre, x.completude, x.agent, d.etat, d.agent_id IS NULL AS libre, d.nb_a_controler > 0 AS a_controler,
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
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    HAVING sum(d.signe) <> 0 OR sum(d.signe * d.montant_demande_cents) <> 0 OR sum(d.signe * coalesce(d.montant_accorde_cents, 0)) <> 0$sql$;
  comptees_du_dossier constant text := 'campagne_id, genre, completude, agent_id, etat, nb_a_controler, codes_manquants, depose_le,
    montant_demande_cents, montant_accorde_cents';
  -- Of a row `d` of each other table: what it is, the values it is counted under, and the columns they are of: a view holds on to no other.
  autres constant text[][] := ARRAY[
    ARRAY['pre_projet', 'ARRAY[d.etat::text, d.hors_delai::text]', 'etat, hors_delai'],
    ARRAY['courriel', 'ARRAY[d.etat::text, d.modele]', 'etat, modele'],
    ARRAY['courriel_recu', $sql$ARRAY[(d.pre_projet_id IS NULL AND d.dossier_id IS NULL AND d.reponse_a_id IS NULL
      AND d.nature IN ('AUTRE', 'ILLISIBLE', 'DEMANDE_DEVERROUILLAGE'))::text]$sql$, 'pre_projet_id, dossier_id, reponse_a_id, nature'],
    ARRAY['rapport', 'ARRAY[d.etat::text]', 'etat']];
  comptees constant text := $sql$
    SELECT %L::text AS objet, %s AS valeurs, sum(d.signe)::int AS nombre FROM (%s) d GROUP BY 2 HAVING sum(d.signe) <> 0$sql$;
  avant constant text := 'SELECT -1 AS signe, %s FROM avant';
  apres constant text := 'SELECT 1 AS signe, %s FROM apres';
  tables constant text := 'SELECT 1 AS signe, %s FROM %I';
  colonnes constant text := '(axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, nombre, demande_cents, accorde_cents)';
  source text;
  une text[];
  vraies text[] := '{}';
  op text;
  lignes text;
BEGIN
  EXECUTE format('CREATE VIEW dossier_compte_vrai AS %s', format(axes, format(tables, comptees_du_dossier, 'dossier')));
  FOREACH op IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    source := CASE op WHEN 'insert' THEN apres WHEN 'delete' THEN avant ELSE avant || ' UNION ALL ' || apres END;
    lignes := CASE op WHEN 'insert' THEN 'NEW TABLE AS apres' WHEN 'delete' THEN 'OLD TABLE AS avant' ELSE 'OLD TABLE AS avant NEW TABLE AS apres' END;
    EXECUTE format('CREATE FUNCTION dossier_compter_%s() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO dossier_compte %s %s; RETURN NULL; END $f$',
      op, colonnes, format(axes, replace(source, '%s', comptees_du_dossier)));
    EXECUTE format('CREATE TRIGGER dossier_compter_%1$s AFTER %1$s ON dossier REFERENCING %2$s FOR EACH STATEMENT EXECUTE FUNCTION dossier_compter_%1$s()', op, lignes);
    FOREACH une SLICE 1 IN ARRAY autres LOOP
      EXECUTE format('CREATE FUNCTION %s_compter_%s() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO compte (objet, valeurs, nombre) %s; RETURN NULL; END $f$',
        une[1], op, format(comptees, une[1], une[2], replace(source, '%s', une[3])));
      EXECUTE format('CREATE TRIGGER %1$s_compter_%2$s AFTER %2$s ON %1$s REFERENCING %3$s FOR EACH STATEMENT EXECUTE FUNCTION %1$s_compter_%2$s()', une[1], op, lignes);
    END LOOP;
  END LOOP;
  FOREACH une SLICE 1 IN ARRAY autres LOOP
    vraies := vraies || format(comptees, une[1], une[2], format(tables, une[3], une[1]));
  END LOOP;
  EXECUTE format('CREATE VIEW compte_vrai AS %s', array_to_string(vraies, ' UNION ALL '));
END $migration$;

CREATE FUNCTION reviser() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revision (objet) SELECT unnest(TG_ARGV);
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON dossier FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
CREATE TRIGGER deverrouillage_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON deverrouillage FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
CREATE TRIGGER demande_deverrouillage_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON demande_deverrouillage FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
CREATE TRIGGER modification_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON modification FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');
CREATE TRIGGER rapprochement_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON rapprochement FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier', 'pre_projet');
CREATE TRIGGER pre_projet_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pre_projet FOR EACH STATEMENT EXECUTE FUNCTION reviser('pre_projet');
CREATE TRIGGER campagne_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON campagne FOR EACH STATEMENT EXECUTE FUNCTION reviser('menus', 'dossier', 'pre_projet');
CREATE TRIGGER agent_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON agent FOR EACH STATEMENT EXECUTE FUNCTION reviser('menus');

-- What empties a table empties its counts.
CREATE FUNCTION comptes_vider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'dossier' THEN DELETE FROM dossier_compte;
  ELSE DELETE FROM compte WHERE objet = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_vider AFTER TRUNCATE ON dossier FOR EACH STATEMENT EXECUTE FUNCTION comptes_vider();
CREATE TRIGGER pre_projet_vider AFTER TRUNCATE ON pre_projet FOR EACH STATEMENT EXECUTE FUNCTION comptes_vider();
CREATE TRIGGER courriel_vider AFTER TRUNCATE ON courriel FOR EACH STATEMENT EXECUTE FUNCTION comptes_vider();
CREATE TRIGGER courriel_recu_vider AFTER TRUNCATE ON courriel_recu FOR EACH STATEMENT EXECUTE FUNCTION comptes_vider();
CREATE TRIGGER rapport_vider AFTER TRUNCATE ON rapport FOR EACH STATEMENT EXECUTE FUNCTION comptes_vider();

-- Gathers the rows of each key into one. One at a time; it touches only rows that are committed, and their sum never changes.
CREATE FUNCTION comptes_resserrer() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('comptes'));
  WITH fois AS (
    SELECT array_agg(id) AS ids FROM dossier_compte
    GROUP BY axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler HAVING count(*) > 1
  ), otes AS (
    DELETE FROM dossier_compte WHERE id IN (SELECT unnest(ids) FROM fois) RETURNING *
  )
  INSERT INTO dossier_compte (axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, nombre, demande_cents, accorde_cents)
  SELECT axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, sum(nombre), sum(demande_cents), sum(accorde_cents) FROM otes
  GROUP BY axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler
  HAVING sum(nombre) <> 0 OR sum(demande_cents) <> 0 OR sum(accorde_cents) <> 0;

  WITH fois AS (SELECT array_agg(id) AS ids FROM compte GROUP BY objet, valeurs HAVING count(*) > 1),
    otes AS (DELETE FROM compte WHERE id IN (SELECT unnest(ids) FROM fois) RETURNING *)
  INSERT INTO compte (objet, valeurs, nombre) SELECT objet, valeurs, sum(nombre) FROM otes GROUP BY objet, valeurs HAVING sum(nombre) <> 0;

  WITH fois AS (SELECT array_agg(id) AS ids FROM revision GROUP BY objet HAVING count(*) > 1),
    otes AS (DELETE FROM revision WHERE id IN (SELECT unnest(ids) FROM fois) RETURNING *)
  INSERT INTO revision (objet) SELECT DISTINCT objet FROM otes;
END $$;

-- Where a kept count and the rows disagree: read in one statement, so in one state of the facts.
CREATE VIEW compte_ecart AS
  SELECT 'dossier' AS objet, concat_ws(' ', axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler) AS cle, sum(nombre)::int AS nombre,
    sum(demande_cents)::bigint AS demande_cents, sum(accorde_cents)::bigint AS accorde_cents
  FROM (
    SELECT axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, nombre, demande_cents, accorde_cents FROM dossier_compte
    UNION ALL
    SELECT axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, -nombre, -demande_cents, -accorde_cents FROM dossier_compte_vrai
  ) d GROUP BY axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler
  HAVING sum(nombre) <> 0 OR sum(demande_cents) <> 0 OR sum(accorde_cents) <> 0
  UNION ALL
  SELECT objet, array_to_string(valeurs, ' '), sum(nombre)::int, 0, 0
  FROM (SELECT objet, valeurs, nombre FROM compte UNION ALL SELECT objet, valeurs, -nombre FROM compte_vrai) c
  GROUP BY objet, valeurs HAVING sum(nombre) <> 0;

-- Counts everything anew; nobody writes what is counted meanwhile.
CREATE FUNCTION comptes_refaire() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE dossier, pre_projet, courriel, courriel_recu, rapport IN SHARE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('comptes'));
  DELETE FROM dossier_compte;
  INSERT INTO dossier_compte (axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, nombre, demande_cents, accorde_cents)
    SELECT * FROM dossier_compte_vrai;
  DELETE FROM compte;
  INSERT INTO compte (objet, valeurs, nombre) SELECT * FROM compte_vrai;
  INSERT INTO revision (objet) VALUES ('dossier'), ('pre_projet');
END $$;

SELECT comptes_refaire();
INSERT INTO revision (objet) VALUES ('menus');
