ALTER TABLE "ligne_seance" ADD COLUMN "presents" TEXT NOT NULL DEFAULT '';
