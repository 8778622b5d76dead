-- A fiche filled on line is kept as the mail it is, with what was answered beside it.
ALTER TABLE "courriel_recu" ADD COLUMN "deposee" JSONB;
