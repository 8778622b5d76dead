-- The words of a mail: its subject, its sender and what it says, without accents nor signs. What follows the first 50,000 letters is quotation.
CREATE FUNCTION mots_de(texte text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT strip(to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(public.plier(left(texte, 50000)), '[^a-z0-9]+', ' ', 'g'))) $$;

-- Words that begin like this one. A word of signs alone asks for nothing, and finds nothing.
CREATE FUNCTION commence_par(mot text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT to_tsquery('pg_catalog.simple'::regconfig,
    nullif(replace(trim(regexp_replace(public.plier(mot), '[^a-z0-9]+', ' ', 'g')), ' ', ':* & ') || ':*', ':*')) $$;

CREATE AGGREGATE tous_les_mots (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

ALTER TABLE courriel_recu ADD COLUMN mots tsvector
  GENERATED ALWAYS AS (mots_de(sujet || ' ' || de || ' ' || de_nom || ' ' || texte)) STORED;
CREATE INDEX courriel_recu_mots_idx ON courriel_recu USING gin (mots);

-- The words of all the mails of a fiche stand on the fiche, so that its bannette looks in one table.
ALTER TABLE pre_projet ADD COLUMN mots_courriels tsvector NOT NULL DEFAULT '';

CREATE FUNCTION pre_projet_mots(fiche uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE pre_projet SET mots_courriels = (
    SELECT coalesce(tous_les_mots(lus.mots), '') FROM (
      SELECT mots FROM courriel_recu WHERE pre_projet_id = fiche
      UNION ALL
      SELECT c.mots FROM fiche_de_courriel f JOIN courriel_recu c ON c.id = f.courriel_recu_id WHERE f.pre_projet_id = fiche
    ) lus)
  WHERE id = fiche
$$;

CREATE FUNCTION courriel_recu_mots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.pre_projet_id IS DISTINCT FROM NEW.pre_projet_id THEN
    PERFORM pre_projet_mots(OLD.pre_projet_id);
  END IF;
  PERFORM pre_projet_mots(NEW.pre_projet_id);
  PERFORM pre_projet_mots(f.pre_projet_id) FROM fiche_de_courriel f WHERE f.courriel_recu_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER courriel_recu_mots_ajoutes AFTER INSERT ON courriel_recu
  FOR EACH ROW WHEN (NEW.pre_projet_id IS NOT NULL) EXECUTE FUNCTION courriel_recu_mots();
CREATE TRIGGER courriel_recu_mots_changes AFTER UPDATE OF pre_projet_id, sujet, de, de_nom, texte ON courriel_recu
  FOR EACH ROW WHEN (OLD.pre_projet_id IS DISTINCT FROM NEW.pre_projet_id OR OLD.mots IS DISTINCT FROM NEW.mots)
  EXECUTE FUNCTION courriel_recu_mots();

CREATE FUNCTION fiche_de_courriel_mots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pre_projet_mots(coalesce(NEW.pre_projet_id, OLD.pre_projet_id));
  RETURN NULL;
END $$;
CREATE TRIGGER fiche_de_courriel_mots AFTER INSERT OR DELETE ON fiche_de_courriel
  FOR EACH ROW EXECUTE FUNCTION fiche_de_courriel_mots();

UPDATE pre_projet p SET mots_courriels = lus.mots
  FROM (SELECT pre_projet_id, tous_les_mots(mots) AS mots FROM courriel_recu GROUP BY pre_projet_id) lus
  WHERE p.id = lus.pre_projet_id;
CREATE INDEX pre_projet_mots_courriels_idx ON pre_projet USING gin (mots_courriels);
