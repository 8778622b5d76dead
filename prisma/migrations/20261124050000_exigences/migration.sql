-- What officers said where a form is silent, one draft of a matrix per campagne, the runs that apply a matrix anew, the order by completeness.
ALTER TABLE "dossier" ADD COLUMN "faits" JSONB NOT NULL DEFAULT '{}';

CREATE UNIQUE INDEX "version_exigences_brouillon_idx" ON "version_exigences" ("campagne_id") WHERE "publiee_le" IS NULL;

CREATE TABLE "reapplication" (
    "id" UUID NOT NULL,
    "campagne_id" UUID NOT NULL,
    "exigences_id" UUID NOT NULL,
    "etat" "EtatLot" NOT NULL DEFAULT 'EN_ATTENTE',
    "progression" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "erreur" TEXT,
    "demandee_par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "termine_le" TIMESTAMPTZ,

    CONSTRAINT "reapplication_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reapplication_campagne_id_cree_le_idx" ON "reapplication"("campagne_id", "cree_le");
CREATE UNIQUE INDEX "reapplication_en_cours_idx" ON "reapplication" ("campagne_id") WHERE "etat" IN ('EN_ATTENTE', 'EN_COURS');
ALTER TABLE "reapplication" ADD CONSTRAINT "reapplication_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reapplication" ADD CONSTRAINT "reapplication_exigences_id_fkey" FOREIGN KEY ("exigences_id") REFERENCES "version_exigences"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reapplication" ADD CONSTRAINT "reapplication_demandee_par_id_fkey" FOREIGN KEY ("demandee_par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "dossier_nb_manquantes_nb_a_controler_id_idx" ON "dossier"("nb_manquantes", "nb_a_controler", "id");
CREATE INDEX "dossier_exigences_id_idx" ON "dossier"("exigences_id");
