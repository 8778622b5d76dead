-- What pages ask of the readings of budgets: those of one code, those that wait, those of an older schema.
CREATE INDEX "piece_budget_idx" ON "piece" ("code", "dossier_id") WHERE "code" IN ('BUDGET_PROJET', 'BUDGET_STRUCTURE_N');
CREATE INDEX "piece_version_a_lire_idx" ON "piece_version" ("piece_id") WHERE "budget" IS NULL AND "type_mime" <> 'application/pdf';
CREATE INDEX "piece_version_lecture_idx" ON "piece_version" ((("budget" ->> 'schema')::int), "piece_id") WHERE "budget" IS NOT NULL;
