-- Reminders of many dossiers at once become one of the acts that can be done by lot.
CREATE TYPE "EtatLigneDeLot" AS ENUM ('A_EXAMINER', 'PRETE', 'ECARTEE', 'FAITE', 'REFUSEE', 'MODIFIEE', 'ECHEC');

ALTER TABLE "relance_groupee" RENAME TO "lot_actes";
ALTER TABLE "lot_actes" RENAME COLUMN "lancee_le" TO "lance_le";
ALTER TABLE "lot_actes" RENAME CONSTRAINT "relance_groupee_pkey" TO "lot_actes_pkey";
ALTER TABLE "lot_actes" RENAME CONSTRAINT "relance_groupee_par_id_fkey" TO "lot_actes_par_id_fkey";
ALTER INDEX "relance_groupee_cree_le_idx" RENAME TO "lot_actes_cree_le_idx";
ALTER TABLE "lot_actes"
  ADD COLUMN "acte" TEXT NOT NULL DEFAULT 'relancer',
  ADD COLUMN "champs" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "examen_le" TIMESTAMPTZ,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "lot_actes" ALTER COLUMN "acte" DROP DEFAULT;
UPDATE "lot_actes" SET "examen_le" = "cree_le";
CREATE INDEX "lot_actes_par_id_cree_le_idx" ON "lot_actes"("par_id", "cree_le");

ALTER TABLE "relance_ligne" RENAME TO "lot_actes_ligne";
ALTER TABLE "lot_actes_ligne" RENAME COLUMN "relance_id" TO "lot_id";
ALTER TABLE "lot_actes_ligne" RENAME CONSTRAINT "relance_ligne_pkey" TO "lot_actes_ligne_pkey";
ALTER TABLE "lot_actes_ligne" RENAME CONSTRAINT "relance_ligne_relance_id_fkey" TO "lot_actes_ligne_lot_id_fkey";
ALTER TABLE "lot_actes_ligne" RENAME CONSTRAINT "relance_ligne_dossier_id_fkey" TO "lot_actes_ligne_dossier_id_fkey";
ALTER TABLE "lot_actes_ligne"
  ADD COLUMN "version" INTEGER,
  ADD COLUMN "fil_vu" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "courriels" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "retenus" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "destinataire" TEXT NOT NULL DEFAULT '';
ALTER TABLE "lot_actes_ligne" ALTER COLUMN "etat" DROP DEFAULT;
ALTER TABLE "lot_actes_ligne" ALTER COLUMN "etat" TYPE "EtatLigneDeLot"
  USING (CASE "etat"::text WHEN 'EN_ATTENTE' THEN 'A_EXAMINER' ELSE "etat"::text END)::"EtatLigneDeLot";
ALTER TABLE "lot_actes_ligne" ALTER COLUMN "etat" SET DEFAULT 'A_EXAMINER';
DROP TYPE "EtatRelance";

-- What was sent and is not done yet is done at the version of today, by the new jobs; what was only prepared is looked at again.
UPDATE "lot_actes_ligne" l SET "etat" = 'PRETE', "version" = d."version"
  FROM "lot_actes" a, "dossier" d
  WHERE a."id" = l."lot_id" AND d."id" = l."dossier_id" AND a."lance_le" IS NOT NULL AND l."etat" = 'A_EXAMINER';
DELETE FROM "outbox_job" WHERE "name" = 'complement.relancer' AND "published_at" IS NULL;
INSERT INTO "outbox_job" ("id", "name", "payload")
  SELECT gen_random_uuid(), 'lot-actes.traiter', jsonb_build_object('lotId', "lot_id", 'tranche', "rang" / 25)
  FROM "lot_actes_ligne" WHERE "etat" = 'PRETE' GROUP BY "lot_id", "rang" / 25;
INSERT INTO "outbox_job" ("id", "name", "payload")
  SELECT gen_random_uuid(), 'lot-actes.examiner', jsonb_build_object('lotId', "lot_id", 'tranche', "rang" / 25)
  FROM "lot_actes_ligne" WHERE "etat" = 'A_EXAMINER' GROUP BY "lot_id", "rang" / 25;

-- The lines of a lot that wait, by the jobs that take them and by the page that counts them.
CREATE INDEX "lot_actes_ligne_lot_id_etat_rang_idx" ON "lot_actes_ligne"("lot_id", "etat", "rang");
-- The other lots of the same dossiers.
CREATE INDEX "lot_actes_ligne_dossier_id_idx" ON "lot_actes_ligne"("dossier_id");
