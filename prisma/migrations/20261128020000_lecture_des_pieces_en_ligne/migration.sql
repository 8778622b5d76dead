-- What the antivirus said of a file given on line, and what was read in it when it is a budget: both are of the current file, and go with it.
ALTER TABLE piece_en_ligne
  ADD COLUMN "analyse" "EtatAnalyse" NOT NULL DEFAULT 'NON_ANALYSE',
  ADD COLUMN analyse_detail text NOT NULL DEFAULT '',
  ADD COLUMN analyse_le timestamptz,
  ADD COLUMN budget jsonb;
-- Found by what takes up the scans and the readings that were lost.
CREATE INDEX piece_en_ligne_non_analysee_idx ON piece_en_ligne (id) WHERE "analyse" = 'NON_ANALYSE';
CREATE INDEX piece_en_ligne_budget_idx ON piece_en_ligne (recue_le) WHERE code IN ('BUDGET_PROJET', 'BUDGET_STRUCTURE_N');
