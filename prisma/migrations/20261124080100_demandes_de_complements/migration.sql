-- A request for compléments that takes the place of another, or is taken back; reminders sent to many dossiers at once.

ALTER TYPE "EtatDemandeComplement" ADD VALUE 'REMPLACEE';

CREATE TYPE "EtatRelance" AS ENUM ('EN_ATTENTE', 'FAITE', 'REFUSEE', 'ECHEC');

ALTER TABLE "demande_complement" ADD COLUMN     "etat_avant" "EtatDossier",
ADD COLUMN     "remplace_id" UUID;

ALTER TABLE "demande_complement" ADD CONSTRAINT "demande_complement_remplace_id_fkey" FOREIGN KEY ("remplace_id") REFERENCES "demande_complement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "element_retenu" ADD COLUMN     "demande_id" UUID;

ALTER TABLE "element_retenu" ADD CONSTRAINT "element_retenu_demande_id_fkey" FOREIGN KEY ("demande_id") REFERENCES "demande_complement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "relance_groupee" (
    "id" UUID NOT NULL,
    "par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lancee_le" TIMESTAMPTZ,

    CONSTRAINT "relance_groupee_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "relance_ligne" (
    "relance_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "etat" "EtatRelance" NOT NULL DEFAULT 'EN_ATTENTE',
    "motif" TEXT,
    "traitee_le" TIMESTAMPTZ,

    CONSTRAINT "relance_ligne_pkey" PRIMARY KEY ("relance_id","dossier_id")
);

CREATE INDEX "relance_groupee_cree_le_idx" ON "relance_groupee"("cree_le");

ALTER TABLE "relance_groupee" ADD CONSTRAINT "relance_groupee_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "relance_ligne" ADD CONSTRAINT "relance_ligne_relance_id_fkey" FOREIGN KEY ("relance_id") REFERENCES "relance_groupee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "relance_ligne" ADD CONSTRAINT "relance_ligne_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;
