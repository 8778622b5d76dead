-- What an opening answers, what a set of changes came from and why it was set aside; an opening may be of single fields or pièces.

ALTER TABLE "demande_deverrouillage" ADD COLUMN "deverrouillage_id" UUID;
ALTER TABLE "demande_deverrouillage" ADD CONSTRAINT "demande_deverrouillage_deverrouillage_id_fkey"
  FOREIGN KEY ("deverrouillage_id") REFERENCES "deverrouillage"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "modification" ADD COLUMN "lot_id" UUID, ADD COLUMN "motif" TEXT NOT NULL DEFAULT '';
ALTER TABLE "modification" ADD CONSTRAINT "modification_lot_id_fkey"
  FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "modification_a_examiner_idx" ON "modification" ("dossier_id") WHERE "etat" IN ('EN_COURS', 'REDEPOSEE');

UPDATE "deverrouillage" SET "champs" = '{}' WHERE "champs" IS NULL;
UPDATE "deverrouillage" SET "pieces" = '{}' WHERE "pieces" IS NULL;
ALTER TABLE "deverrouillage"
  ALTER COLUMN "champs" SET DEFAULT '{}', ALTER COLUMN "pieces" SET DEFAULT '{}',
  DROP CONSTRAINT "deverrouillage_sections",
  ADD CONSTRAINT "deverrouillage_parties" CHECK (cardinality("sections") + cardinality("champs") + cardinality("pieces") > 0);
