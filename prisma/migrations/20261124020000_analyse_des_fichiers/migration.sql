-- A mail is saved whole too: it opens under the same rule as the files it brings.
ALTER TABLE "courriel_recu"
  ADD COLUMN "analyse" "EtatAnalyse" NOT NULL DEFAULT 'NON_ANALYSE',
  ADD COLUMN "analyse_detail" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "analyse_le" TIMESTAMPTZ;

-- What is found again every few minutes, and what the dashboard counts.
CREATE INDEX "courriel_recu_analyse_idx" ON "courriel_recu" ("analyse") WHERE "analyse" <> 'SAIN';
CREATE INDEX "piece_jointe_analyse_idx" ON "piece_jointe" ("analyse") WHERE "analyse" <> 'SAIN';
CREATE INDEX "piece_version_analyse_idx" ON "piece_version" ("analyse") WHERE "analyse" <> 'SAIN';
