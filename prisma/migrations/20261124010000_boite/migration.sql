-- A received mail is known by its bytes before it is read, and what its classification did can be taken back.

ALTER TABLE "courriel_recu" ADD COLUMN "sha256" TEXT,
ADD COLUMN "effet" JSONB;

CREATE UNIQUE INDEX "courriel_recu_sha256_key" ON "courriel_recu"("sha256");
CREATE INDEX "courriel_recu_recu_le_id_idx" ON "courriel_recu"("recu_le", "id");
CREATE INDEX "courriel_recu_reponse_a_id_idx" ON "courriel_recu"("reponse_a_id");
CREATE INDEX "courriel_recu_a_lire_idx" ON "courriel_recu"("cree_le") WHERE "traite_le" IS NULL;
