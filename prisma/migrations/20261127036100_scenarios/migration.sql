-- How one enveloppe would be shared, kept for a séance or for a campagne.
CREATE TYPE "LettreDeScenario" AS ENUM ('A', 'B', 'C');
CREATE TYPE "RegleDeRepartition" AS ENUM ('PRORATA', 'PARTS_EGALES', 'PLAFOND_PAR_JEUNE', 'PRIORITE', 'MAIN');
CREATE TABLE "scenario" (
  "id" UUID NOT NULL,
  "seance_id" UUID,
  "campagne_id" UUID,
  "lettre" "LettreDeScenario" NOT NULL,
  "regle" "RegleDeRepartition" NOT NULL,
  "enveloppe_cents" BIGINT NOT NULL,
  "plafond_par_jeune_cents" BIGINT NOT NULL DEFAULT 0,
  "fixes" JSONB NOT NULL DEFAULT '{}',
  "version" INTEGER NOT NULL DEFAULT 1,
  "regle_le" TIMESTAMPTZ NOT NULL,
  "par_id" UUID NOT NULL,
  CONSTRAINT "scenario_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "scenario_un_objet" CHECK (num_nonnulls("seance_id", "campagne_id") = 1),
  CONSTRAINT "scenario_montants" CHECK ("enveloppe_cents" >= 0 AND "plafond_par_jeune_cents" >= 0)
);
CREATE UNIQUE INDEX "scenario_seance_id_lettre_key" ON "scenario"("seance_id", "lettre");
CREATE UNIQUE INDEX "scenario_campagne_id_lettre_key" ON "scenario"("campagne_id", "lettre");
CREATE INDEX "scenario_par_id_idx" ON "scenario"("par_id");
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_seance_id_fkey" FOREIGN KEY ("seance_id") REFERENCES "seance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
