-- An image shown inside a mail is named by its Content-ID.
ALTER TABLE "piece_jointe" ADD COLUMN "cid" TEXT;

-- A fiche is found again by the name of its structure: the same project told twice, the dossier it became.
CREATE INDEX "pre_projet_structure_nom_plie_idx" ON "pre_projet"("structure_nom_plie");
CREATE INDEX "pre_projet_structure_id_idx" ON "pre_projet"("structure_id");
