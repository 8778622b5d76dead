-- Meetings of the Commission permanente: the list put to it, what it voted, the délibération that bears it.
CREATE TYPE "VoteSeance" AS ENUM ('ADOPTE', 'MODIFIE', 'AJOURNE', 'REJETE');
CREATE TABLE seance (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  jour date NOT NULL,
  cloture date NOT NULL,
  intitule text NOT NULL DEFAULT '',
  close_le timestamptz,
  version int NOT NULL DEFAULT 1,
  cree_le timestamptz NOT NULL,
  CONSTRAINT seance_cloture CHECK (cloture <= jour)
);
CREATE INDEX seance_jour_idx ON seance (jour);

CREATE TABLE ligne_seance (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seance_id uuid NOT NULL REFERENCES seance (id) ON DELETE CASCADE ON UPDATE CASCADE,
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  rang int NOT NULL,
  avis "AvisProposition",
  montant_propose_cents bigint,
  vote "VoteSeance",
  montant_cents bigint,
  nature "NatureDecision",
  motif text,
  "precision" text NOT NULL DEFAULT '',
  depassement text NOT NULL DEFAULT '',
  vote_le timestamptz,
  vote_par_id uuid REFERENCES agent (id) ON DELETE SET NULL ON UPDATE CASCADE,
  etat_avant "EtatDossier",
  version int NOT NULL DEFAULT 1,
  CONSTRAINT ligne_seance_figee CHECK ((avis IS NULL) = (montant_propose_cents IS NULL) AND (vote IS NULL OR avis IS NOT NULL)),
  CONSTRAINT ligne_seance_votee CHECK ((vote IS NULL) = (vote_le IS NULL) AND (nature IS NULL) = (vote IS NULL OR vote = 'AJOURNE'))
);
CREATE UNIQUE INDEX ligne_seance_seance_id_dossier_id_key ON ligne_seance (seance_id, dossier_id);
CREATE INDEX ligne_seance_seance_id_rang_idx ON ligne_seance (seance_id, rang);
CREATE INDEX ligne_seance_vote_par_id_idx ON ligne_seance (vote_par_id);
-- A dossier waits for the vote of one séance at a time.
CREATE UNIQUE INDEX ligne_seance_attend_idx ON ligne_seance (dossier_id) WHERE vote IS NULL;
CREATE INDEX ligne_seance_dossier_id_idx ON ligne_seance (dossier_id);

CREATE TABLE deliberation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seance_id uuid NOT NULL REFERENCES seance (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  annee int NOT NULL,
  rang int NOT NULL,
  le date NOT NULL,
  executoire_le date,
  cree_le timestamptz NOT NULL,
  CONSTRAINT deliberation_executoire CHECK (executoire_le >= le)
);
CREATE UNIQUE INDEX deliberation_seance_id_key ON deliberation (seance_id);
CREATE UNIQUE INDEX deliberation_annee_rang_key ON deliberation (annee, rang);

ALTER TABLE decision ADD COLUMN ligne_seance_id uuid REFERENCES ligne_seance (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX decision_ligne_seance_id_key ON decision (ligne_seance_id);

-- What is voted and not told yet is in course: its clock runs until the demandeur is told.
DROP INDEX dossier_a_faire_idx;
CREATE INDEX dossier_a_faire_idx ON dossier ((coalesce(rejet_implicite_le, 'infinity'::date)), id)
  INCLUDE (etat, agent_id, complement_limite) WHERE etat IN ('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION', 'VOTE');
DROP INDEX dossier_rejet_en_cours_idx;
CREATE INDEX dossier_rejet_en_cours_idx ON dossier (rejet_implicite_le, id)
  INCLUDE (campagne_id, etat, genre, completude, agent_id, depose_le) WHERE etat IN ('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION', 'VOTE');

-- What was voted is given from the vote on, so that no other vote spends it; a vote that refuses gives nothing.
ALTER TABLE dossier DROP CONSTRAINT dossier_accorde;
ALTER TABLE dossier ADD CONSTRAINT dossier_accorde CHECK (CASE
  WHEN etat IN ('ACCORDE', 'ACCORDE_PARTIEL') THEN montant_accorde_cents IS NOT NULL
  ELSE etat = 'VOTE' OR montant_accorde_cents IS NULL END);
