-- The letter of a decision as it was signed: it takes the place of the drawn one. The row outlives the decision, which is gone once it is taken back.
CREATE TABLE lettre_signee (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  decision_id uuid REFERENCES decision (id) ON DELETE SET NULL ON UPDATE CASCADE,
  nom_fichier text NOT NULL CHECK (btrim(nom_fichier) <> ''),
  cle text NOT NULL UNIQUE,
  taille integer NOT NULL CHECK (taille BETWEEN 1 AND 10485760),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  sha256_dessinee text NOT NULL CHECK (sha256_dessinee ~ '^[0-9a-f]{64}$'),
  par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  deposee_le timestamptz NOT NULL,
  retiree_le timestamptz,
  retiree_par_id uuid REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  "analyse" "EtatAnalyse" NOT NULL DEFAULT 'NON_ANALYSE',
  analyse_detail text NOT NULL DEFAULT '',
  analyse_le timestamptz,
  CONSTRAINT lettre_signee_retiree CHECK ((retiree_le IS NULL) = (retiree_par_id IS NULL))
);
CREATE INDEX lettre_signee_dossier_id_idx ON lettre_signee (dossier_id);
CREATE INDEX lettre_signee_par_id_idx ON lettre_signee (par_id);
CREATE INDEX lettre_signee_retiree_par_id_idx ON lettre_signee (retiree_par_id);
-- One stands for a decision.
CREATE UNIQUE INDEX lettre_signee_en_vigueur_idx ON lettre_signee (decision_id) WHERE retiree_le IS NULL;
-- What waits for the antivirus, looked for every five minutes.
CREATE INDEX lettre_signee_a_analyser_idx ON lettre_signee (id) WHERE "analyse" = 'NON_ANALYSE';
-- What the antivirus has locked and stands, shown on the first page.
CREATE INDEX lettre_signee_infectee_idx ON lettre_signee (analyse_le) WHERE "analyse" = 'INFECTE' AND retiree_le IS NULL AND decision_id IS NOT NULL;
