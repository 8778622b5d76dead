-- What a pièce bore before its last controle, so that the officer who pressed the wrong key gives it back as it was.
ALTER TABLE "piece" ADD COLUMN "precedent" JSONB;
