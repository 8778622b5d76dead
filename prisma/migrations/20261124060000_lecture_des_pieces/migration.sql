-- By which rules the text of a deposited file was read: 0 before it was, absent for a file nobody deposited.

ALTER TABLE "piece_version" ADD COLUMN "examen" INTEGER DEFAULT 0;

CREATE INDEX "piece_version_examen_recue_le_idx" ON "piece_version"("examen", "recue_le");

-- The pièces of the demonstration are one file of no meaning.
UPDATE "piece_version" v SET "examen" = NULL FROM "piece" p, "dossier" d
  WHERE v.piece_id = p.id AND p.dossier_id = d.id AND d.donnees ? '+généré';
