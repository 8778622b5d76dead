-- Who acted is a kind of actor and its id, no longer an agent or nobody: an applicant or an expert will have acted too.
CREATE TYPE "TypeActeur" AS ENUM ('AGENT', 'DEMANDEUR', 'EXPERT', 'SYSTEME');

-- The journal. A change of type rewrites the table without an UPDATE, so what is only added to stays so while the past gets its kind.
ALTER TABLE entree_journal RENAME COLUMN agent_id TO acteur_id;
ALTER INDEX entree_journal_agent_id_id_idx RENAME TO entree_journal_acteur_id_id_idx;
ALTER TABLE entree_journal ADD COLUMN acteur_type text;
ALTER TABLE entree_journal
  ALTER COLUMN acteur_type TYPE "TypeActeur"
    USING (CASE WHEN acteur_id IS NULL THEN 'SYSTEME' ELSE 'AGENT' END)::"TypeActeur",
  ALTER COLUMN acteur_type SET NOT NULL,
  ADD CONSTRAINT entree_journal_acteur CHECK ((acteur_type = 'SYSTEME') = (acteur_id IS NULL));

-- The empreinte says the kind where the id does not: the entries of before, which are of an agent (an id) or of the system (none), keep theirs,
-- and any other kind, put in or taken away, breaks the chain. Nothing that ends in a kind can be the JSON of a detail.
CREATE OR REPLACE FUNCTION entree_journal_empreinte(e entree_journal) RETURNS text
  LANGUAGE sql STABLE
  AS $$ SELECT encode(sha256(convert_to(concat_ws(E'\x1f',
    e.precedente, e.id::text, to_char(e.le AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), coalesce(e.acteur_id::text, ''), e.acteur, e.acte, e.objet, e.objet_id, e.detail::text,
    nullif(e.acteur_type::text, CASE WHEN e.acteur_id IS NULL THEN 'SYSTEME' ELSE 'AGENT' END)
  ), 'UTF8')), 'hex') $$;

-- The courriels. Who asked for one is kept as the journal does, with the name; one that nobody asked for is the system's.
ALTER TABLE courriel ADD COLUMN acteur_type "TypeActeur", ADD COLUMN acteur text;
-- The mail of a decision did not say who had taken it; the decision does.
UPDATE courriel SET agent_id = decision.prise_par_id FROM decision
  WHERE courriel.cle_unique = 'decision/' || decision.dossier_id AND courriel.agent_id IS NULL;
UPDATE courriel SET
  acteur_type = CASE WHEN agent_id IS NULL THEN 'SYSTEME' ELSE 'AGENT' END::"TypeActeur",
  acteur = coalesce((SELECT prenom || ' ' || nom FROM agent WHERE agent.id = agent_id), 'Le système');
ALTER TABLE courriel DROP CONSTRAINT courriel_agent_id_fkey;
ALTER TABLE courriel RENAME COLUMN agent_id TO acteur_id;
ALTER TABLE courriel
  DROP COLUMN automatique,
  ALTER COLUMN acteur_type SET NOT NULL,
  ALTER COLUMN acteur SET NOT NULL,
  ADD CONSTRAINT courriel_acteur CHECK ((acteur_type = 'SYSTEME') = (acteur_id IS NULL));

-- The sessions of officers, and of nobody else: each is of a row of their table.
ALTER TABLE session RENAME TO session_agent;
ALTER TABLE session_agent RENAME CONSTRAINT session_pkey TO session_agent_pkey;
ALTER TABLE session_agent RENAME CONSTRAINT session_agent_id_fkey TO session_agent_agent_id_fkey;
ALTER INDEX session_agent_id_idx RENAME TO session_agent_agent_id_idx;
ALTER INDEX session_expire_le_idx RENAME TO session_agent_expire_le_idx;
