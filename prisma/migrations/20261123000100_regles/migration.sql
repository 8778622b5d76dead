-- What the schema language cannot say: extensions, search, rules that code may forget, and the journal that is only added to.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() depends on the search path, so it is only STABLE; naming the dictionary makes an IMMUTABLE wrapper true.
CREATE FUNCTION plier(texte text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, texte)) $$;

-- One folded text per dossier and per pré-projet, so that a search is one trigram index away.
CREATE FUNCTION dossier_recherche() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT plier(concat_ws(' ', NEW.numero, NEW.objet, s.nom, s.sigle, s.siret, NEW.pays, NEW.ville_partenaire, s.commune))
    INTO NEW.recherche FROM structure s WHERE s.id = NEW.structure_id;
  RETURN NEW;
END $$;
CREATE TRIGGER dossier_recherche BEFORE INSERT OR UPDATE OF numero, objet, structure_id, pays, ville_partenaire ON dossier
  FOR EACH ROW EXECUTE FUNCTION dossier_recherche();

CREATE FUNCTION structure_recherche() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dossier SET structure_id = structure_id WHERE structure_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_recherche AFTER UPDATE OF nom, sigle, siret, commune ON structure
  FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION structure_recherche();

CREATE FUNCTION pre_projet_recherche() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.recherche := plier(concat_ws(' ', NEW.titre, NEW.structure_nom, NEW.siret, NEW.pays, NEW.ville, NEW.commune, NEW.contact_nom));
  RETURN NEW;
END $$;
CREATE TRIGGER pre_projet_recherche BEFORE INSERT OR UPDATE ON pre_projet
  FOR EACH ROW EXECUTE FUNCTION pre_projet_recherche();

CREATE INDEX dossier_recherche_idx ON dossier USING gin (recherche gin_trgm_ops);
CREATE INDEX pre_projet_recherche_idx ON pre_projet USING gin (recherche gin_trgm_ops);

-- The relay reads only what is still to be carried.
CREATE INDEX outbox_job_pending_idx ON outbox_job (run_at) WHERE published_at IS NULL;

-- One open déverrouillage per dossier, one pending request per dossier and mail.
CREATE UNIQUE INDEX deverrouillage_ouvert_idx ON deverrouillage (dossier_id) WHERE referme_le IS NULL;
CREATE UNIQUE INDEX demande_deverrouillage_courriel_idx ON demande_deverrouillage (dossier_id, courriel_recu_id);

ALTER TABLE dossier
  ADD CONSTRAINT dossier_numero_forme CHECK (numero ~ '^\d{4}-\d{5}$'),
  ADD CONSTRAINT dossier_identite CHECK (numero IS NOT NULL OR cle_brouillon IS NOT NULL),
  ADD CONSTRAINT dossier_brouillon CHECK ((etat = 'BROUILLON') = (numero IS NULL)),
  ADD CONSTRAINT dossier_depose_le CHECK (etat = 'BROUILLON' OR depose_le IS NOT NULL),
  ADD CONSTRAINT dossier_montants CHECK (montant_demande_cents >= 0 AND cout_total_cents >= 0 AND montant_accorde_cents >= 0),
  ADD CONSTRAINT dossier_accorde CHECK ((etat IN ('ACCORDE', 'ACCORDE_PARTIEL')) = (montant_accorde_cents IS NOT NULL));

ALTER TABLE decision
  ADD CONSTRAINT decision_montant CHECK ((nature IN ('ACCORDE', 'ACCORDE_PARTIEL')) = (montant_cents IS NOT NULL)),
  ADD CONSTRAINT decision_montant_positif CHECK (montant_cents > 0),
  ADD CONSTRAINT decision_motif CHECK (nature <> 'REFUSE' OR motif IS NOT NULL);

ALTER TABLE piece
  ADD CONSTRAINT piece_motif CHECK (controle <> 'NON_CONFORME' OR motif IS NOT NULL);

ALTER TABLE piece_version
  ADD CONSTRAINT piece_version_taille CHECK (taille >= 0 AND numero >= 1);

ALTER TABLE deverrouillage
  ADD CONSTRAINT deverrouillage_sections CHECK (cardinality(sections) > 0),
  ADD CONSTRAINT deverrouillage_echeance CHECK (echeance > ouvert_le),
  ADD CONSTRAINT deverrouillage_ferme CHECK ((referme_le IS NULL) = (fermeture IS NULL));

ALTER TABLE courriel
  ADD CONSTRAINT courriel_envoye CHECK ((etat = 'ENVOYE') = (envoye_le IS NOT NULL)),
  ADD CONSTRAINT courriel_destinataire CHECK (destinataire LIKE '%_@_%');

ALTER TABLE agent
  ADD CONSTRAINT agent_courriel_minuscule CHECK (courriel = lower(courriel));

ALTER TABLE structure
  ADD CONSTRAINT structure_siret CHECK (siret ~ '^\d{14}$');

ALTER TABLE campagne
  ADD CONSTRAINT campagne_enveloppe CHECK (enveloppe_cents >= 0),
  ADD CONSTRAINT campagne_dates CHECK (ouverte_le <= echeance_depot AND ouverte_le <= echeance_fiche);

-- The journal: one chain, added to by one transaction at a time. The lock is held to the commit, so the order of ids is the order of facts.
CREATE SEQUENCE entree_journal_id_seq AS bigint;
ALTER SEQUENCE entree_journal_id_seq OWNED BY entree_journal.id;

CREATE FUNCTION entree_journal_empreinte(e entree_journal) RETURNS text
  LANGUAGE sql STABLE
  AS $$ SELECT encode(sha256(convert_to(concat_ws(E'\x1f',
    e.precedente, e.id::text, to_char(e.le AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), coalesce(e.agent_id::text, ''), e.acteur, e.acte, e.objet, e.objet_id, e.detail::text
  ), 'UTF8')), 'hex') $$;

CREATE FUNCTION entree_journal_chainer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('entree_journal'));
  NEW.id := nextval('entree_journal_id_seq');
  NEW.precedente := coalesce((SELECT empreinte FROM entree_journal ORDER BY id DESC LIMIT 1), '');
  NEW.empreinte := entree_journal_empreinte(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER entree_journal_chainer BEFORE INSERT ON entree_journal
  FOR EACH ROW EXECUTE FUNCTION entree_journal_chainer();

CREATE FUNCTION entree_journal_refuser() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entree_journal is append-only';
END $$;
CREATE TRIGGER entree_journal_immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON entree_journal
  FOR EACH STATEMENT EXECUTE FUNCTION entree_journal_refuser();
REVOKE UPDATE, DELETE, TRUNCATE ON entree_journal FROM PUBLIC;
