-- The sheet that an officer said holds the budget of the project, in a workbook with several.
ALTER TABLE "piece_version" ADD COLUMN "budget_feuille" TEXT;
