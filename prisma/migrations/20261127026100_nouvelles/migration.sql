-- Who asked to be told what happens on a dossier or a fiche, by an act or by writing there, and who asked not to be. Who owns it is told without a row.
CREATE TABLE abonnement (
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  objet text NOT NULL,
  objet_id uuid NOT NULL,
  voulu boolean NOT NULL,
  PRIMARY KEY (objet, objet_id, agent_id),
  CONSTRAINT abonnement_objet CHECK (objet IN ('dossier', 'pre-projet'))
);
CREATE INDEX abonnement_agent_id_idx ON abonnement (agent_id);

-- One entry of the journal, for one who is told of it; pour_id: the absent for whom they stand in.
CREATE TABLE nouvelle (
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  entree_id bigint NOT NULL,
  le timestamptz NOT NULL,
  pour_id uuid REFERENCES agent (id) ON DELETE SET NULL ON UPDATE CASCADE,
  vue_le timestamptz,
  PRIMARY KEY (agent_id, entree_id)
);
CREATE INDEX nouvelle_non_vue_idx ON nouvelle (agent_id, entree_id) WHERE vue_le IS NULL;
CREATE INDEX nouvelle_pour_id_idx ON nouvelle (pour_id) WHERE pour_id IS NOT NULL;

-- Who is told of what happens there: who owns it and who asked, but not who asked not to be.
CREATE FUNCTION abonnes_de(de_quoi text, quoi uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT s.qui FROM (
      SELECT agent_id AS qui FROM dossier WHERE de_quoi = 'dossier' AND id = quoi
      UNION SELECT agent_id FROM pre_projet WHERE de_quoi = 'pre-projet' AND id = quoi
      UNION SELECT agent_id FROM abonnement WHERE objet = de_quoi AND objet_id = quoi AND voulu) s
  WHERE s.qui IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM abonnement x WHERE x.objet = de_quoi AND x.objet_id = quoi AND x.agent_id = s.qui AND NOT x.voulu)
$$;

-- Who stands in on this day for one who is away; for one who does and is away too, who stands in for them.
CREATE FUNCTION remplacants_de(qui uuid, le_jour date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE suppleants AS (
    SELECT remplacant_id FROM absence WHERE agent_id = qui AND terminee_le IS NULL AND le_jour BETWEEN du AND au
    UNION SELECT a.remplacant_id FROM absence a JOIN suppleants s ON a.agent_id = s.remplacant_id
      WHERE a.terminee_le IS NULL AND le_jour BETWEEN a.du AND a.au)
  SELECT remplacant_id FROM suppleants WHERE remplacant_id <> qui
$$;

-- In the transaction of the entry: whom a note names is told whatever they asked, and whoever writes or is named is told of the rest.
CREATE FUNCTION entree_journal_annoncer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  quoi uuid := NEW.objet_id::uuid;
  note uuid := CASE WHEN NEW.acte IN ('ecrireNote', 'modifierNote') THEN (NEW.detail ->> 'noteId')::uuid END;
BEGIN
  INSERT INTO abonnement (agent_id, objet, objet_id, voulu)
    SELECT qui, NEW.objet, quoi, true FROM (
      SELECT NEW.acteur_id AS qui WHERE NEW.acteur_type = 'AGENT' AND NEW.acte IN ('ecrireNote', 'ecrireMessage', 'proposer')
      UNION SELECT agent_id FROM mention WHERE note_id = note) ecrit
    ON CONFLICT DO NOTHING;
  INSERT INTO nouvelle (agent_id, entree_id, le, pour_id)
    WITH directs AS (
      SELECT qui FROM (
        SELECT abonnes_de(NEW.objet, quoi) AS qui
        UNION SELECT agent_id FROM mention WHERE note_id = note AND vue_le IS NULL) s
      WHERE s.qui IS DISTINCT FROM NEW.acteur_id),
    tous AS (
      SELECT qui, NULL::uuid AS pour FROM directs
      UNION ALL SELECT r.remplacant, d.qui FROM directs d, remplacants_de(d.qui, (NEW.le AT TIME ZONE 'Europe/Paris')::date) AS r (remplacant))
    SELECT DISTINCT ON (t.qui) t.qui, NEW.id, NEW.le, t.pour FROM tous t JOIN agent a ON a.id = t.qui AND a.actif
    WHERE t.qui IS DISTINCT FROM NEW.acteur_id ORDER BY t.qui, t.pour NULLS FIRST;
  RETURN NULL;
END $$;
-- What each click on a fiche confirms, a mail that leaves as said, and the files of a delivery one by one are no news.
CREATE TRIGGER entree_journal_annoncer AFTER INSERT ON entree_journal
  FOR EACH ROW WHEN (NEW.objet IN ('dossier', 'pre-projet') AND NEW.objet_id ~ '^[0-9a-f-]{36}$' AND NEW.acte NOT IN (
    'envoyerCourriel', 'recevoirPiece', 'reconnaitrePiece', 'confirmerChamp', 'repondreCritere', 'reprendreIndices', 'reappliquerExigences'))
  EXECUTE FUNCTION entree_journal_annoncer();

-- Who wrote a note or is named in one is told from now on.
INSERT INTO abonnement (agent_id, objet, objet_id, voulu)
  SELECT DISTINCT qui, CASE WHEN dossier_id IS NULL THEN 'pre-projet' ELSE 'dossier' END, coalesce(dossier_id, pre_projet_id), true
  FROM (SELECT auteur_id AS qui, dossier_id, pre_projet_id FROM note WHERE retiree_le IS NULL
    UNION SELECT m.agent_id, n.dossier_id, n.pre_projet_id FROM mention m JOIN note n ON n.id = m.note_id WHERE n.retiree_le IS NULL) n;
