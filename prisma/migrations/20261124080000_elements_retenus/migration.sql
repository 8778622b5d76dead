-- What officers keep to be asked for, until a request for compléments takes it.

CREATE TABLE "element_retenu" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "code" TEXT,
    "constat" TEXT NOT NULL,
    "a_faire" TEXT NOT NULL,
    "par" TEXT NOT NULL,
    "le" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "element_retenu_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "element_retenu_dossier_id_cle_key" ON "element_retenu"("dossier_id", "cle");

ALTER TABLE "element_retenu" ADD CONSTRAINT "element_retenu_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;
