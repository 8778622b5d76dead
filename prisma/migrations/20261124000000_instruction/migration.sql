-- Versioned requirements, threads of mails, compléments, changes beside the deposited version, ties between fiches and dossiers.

CREATE TYPE "EtatAnalyse" AS ENUM ('NON_ANALYSE', 'SAIN', 'INFECTE');

CREATE TYPE "Canal" AS ENUM ('COURRIEL', 'TELEPHONE', 'EXTRANET');

CREATE TYPE "EtatDemandeComplement" AS ENUM ('OUVERTE', 'LEVEE', 'DEPASSEE', 'ANNULEE');

CREATE TYPE "EtatModification" AS ENUM ('EN_COURS', 'REDEPOSEE', 'ACCEPTEE', 'ECARTEE');

CREATE TYPE "EtatRapprochement" AS ENUM ('PROPOSE', 'CONFIRME', 'ECARTE');

ALTER TYPE "ControlePiece" ADD VALUE 'DISPENSEE';

ALTER TYPE "FermetureDeverrouillage" ADD VALUE 'ANNULATION';

ALTER TYPE "EtatCourriel" ADD VALUE 'ANNULE';

ALTER TABLE "campagne" ADD COLUMN     "grille" JSONB;

ALTER TABLE "pre_projet" ADD COLUMN     "examen" JSONB,
ADD COLUMN     "invite_le" TIMESTAMPTZ;

ALTER TABLE "courriel_recu" ADD COLUMN     "automatisme" TEXT,
ADD COLUMN     "html" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nature_par" TEXT,
ADD COLUMN     "references" TEXT[],
ADD COLUMN     "reponse_a_id" UUID,
ADD COLUMN     "traite_le" TIMESTAMPTZ,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "piece_jointe" ADD COLUMN     "analyse" "EtatAnalyse" NOT NULL DEFAULT 'NON_ANALYSE',
ADD COLUMN     "analyse_detail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "analyse_le" TIMESTAMPTZ;

ALTER TABLE "dossier" ADD COLUMN     "codes_manquants" TEXT[],
ADD COLUMN     "complement_limite" DATE,
ADD COLUMN     "exigences_id" UUID;

ALTER TABLE "piece" ADD COLUMN     "dispense_de_id" UUID;

ALTER TABLE "piece_version" ADD COLUMN     "analyse" "EtatAnalyse" NOT NULL DEFAULT 'NON_ANALYSE',
ADD COLUMN     "analyse_detail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "analyse_le" TIMESTAMPTZ,
ADD COLUMN     "budget" JSONB;

ALTER TABLE "deverrouillage" ADD COLUMN     "annulable_jusqu_a" TIMESTAMPTZ,
ADD COLUMN     "champs" TEXT[],
ADD COLUMN     "pieces" TEXT[],
ADD COLUMN     "rappele_le" TIMESTAMPTZ;

ALTER TABLE "demande_deverrouillage" ADD COLUMN     "canal" "Canal" NOT NULL DEFAULT 'COURRIEL',
ADD COLUMN     "motif_refus" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "saisie_par" TEXT;

ALTER TABLE "courriel" ADD COLUMN     "agent_id" UUID,
ADD COLUMN     "automatique" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "en_reponse_a" TEXT,
ADD COLUMN     "partir_le" TIMESTAMPTZ,
ADD COLUMN     "references" TEXT[];

CREATE TABLE "version_exigences" (
    "id" UUID NOT NULL,
    "campagne_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "publiee_le" TIMESTAMPTZ,
    "publiee_par" TEXT NOT NULL DEFAULT '',
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "version_exigences_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "boite_courriel" (
    "cle" TEXT NOT NULL,
    "uid_validite" BIGINT NOT NULL,
    "dernier_uid" BIGINT NOT NULL DEFAULT 0,
    "vue_le" TIMESTAMPTZ,
    "erreur" TEXT,

    CONSTRAINT "boite_courriel_pkey" PRIMARY KEY ("cle")
);

CREATE TABLE "rapprochement" (
    "id" UUID NOT NULL,
    "pre_projet_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "motif" TEXT NOT NULL,
    "etat" "EtatRapprochement" NOT NULL DEFAULT 'PROPOSE',
    "par" TEXT,
    "le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rapprochement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "signalement_ecarte" (
    "id" UUID NOT NULL,
    "piece_id" UUID NOT NULL,
    "probleme" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "par" TEXT NOT NULL,
    "le" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "signalement_ecarte_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "modification" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "deverrouillage_id" UUID NOT NULL,
    "etat" "EtatModification" NOT NULL DEFAULT 'EN_COURS',
    "donnees" JSONB,
    "fichiers" JSONB NOT NULL DEFAULT '[]',
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redeposee_le" TIMESTAMPTZ,
    "traitee_le" TIMESTAMPTZ,
    "traitee_par" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "modification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "demande_complement" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "etat" "EtatDemandeComplement" NOT NULL DEFAULT 'OUVERTE',
    "elements" JSONB NOT NULL,
    "du" DATE NOT NULL,
    "limite" DATE NOT NULL,
    "levee_le" DATE,
    "relances_le" TIMESTAMPTZ[],
    "par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "demande_complement_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "version_exigences_campagne_id_numero_key" ON "version_exigences"("campagne_id", "numero");

CREATE INDEX "rapprochement_dossier_id_idx" ON "rapprochement"("dossier_id");

CREATE UNIQUE INDEX "rapprochement_pre_projet_id_dossier_id_key" ON "rapprochement"("pre_projet_id", "dossier_id");

CREATE UNIQUE INDEX "signalement_ecarte_piece_id_probleme_sha256_key" ON "signalement_ecarte"("piece_id", "probleme", "sha256");

CREATE INDEX "modification_dossier_id_etat_idx" ON "modification"("dossier_id", "etat");

CREATE INDEX "demande_complement_dossier_id_idx" ON "demande_complement"("dossier_id");

CREATE INDEX "demande_complement_etat_limite_idx" ON "demande_complement"("etat", "limite");

CREATE INDEX "piece_jointe_sha256_idx" ON "piece_jointe"("sha256");

CREATE INDEX "dossier_codes_manquants_idx" ON "dossier" USING GIN ("codes_manquants");

CREATE INDEX "dossier_complement_limite_id_idx" ON "dossier"("complement_limite", "id");

CREATE INDEX "courriel_destinataire_cree_le_idx" ON "courriel"("destinataire", "cree_le");

ALTER TABLE "version_exigences" ADD CONSTRAINT "version_exigences_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What each campagne asked becomes its first version, held to by the dossiers deposited so far.
INSERT INTO "version_exigences" ("id", "campagne_id", "numero", "publiee_le", "publiee_par", "cree_le")
  SELECT gen_random_uuid(), "id", 1, now(), '', now() FROM "campagne";

ALTER TABLE "piece_attendue" DROP CONSTRAINT "piece_attendue_campagne_id_fkey",
DROP CONSTRAINT "piece_attendue_pkey",
ADD COLUMN     "exigences_id" UUID,
ADD COLUMN     "condition" JSONB,
ADD COLUMN     "regles" JSONB,
ADD COLUMN     "motifs" TEXT[];
UPDATE "piece_attendue" p SET "exigences_id" = v."id" FROM "version_exigences" v WHERE v."campagne_id" = p."campagne_id";
ALTER TABLE "piece_attendue" DROP COLUMN "campagne_id",
ALTER COLUMN "exigences_id" SET NOT NULL,
ADD CONSTRAINT "piece_attendue_pkey" PRIMARY KEY ("exigences_id", "genre", "code");

UPDATE "dossier" d SET "exigences_id" = v."id" FROM "version_exigences" v
  WHERE v."campagne_id" = d."campagne_id" AND d."etat" <> 'BROUILLON';
UPDATE "dossier" d SET "codes_manquants" = coalesce((
  SELECT array_agg(a."code" ORDER BY a."rang") FROM "piece_attendue" a JOIN "structure" s ON s."id" = d."structure_id"
  WHERE a."exigences_id" = d."exigences_id" AND a."genre" = s."genre" AND (
    EXISTS (SELECT 1 FROM "piece" p WHERE p."dossier_id" = d."id" AND p."code" = a."code" AND p."controle" = 'NON_CONFORME')
    OR a."exigence" = 'OBLIGATOIRE' AND NOT EXISTS (
      SELECT 1 FROM "piece" p WHERE p."dossier_id" = d."id" AND p."code" = a."code"
      AND (p."controle" = 'SANS_OBJET' OR EXISTS (SELECT 1 FROM "piece_version" v WHERE v."piece_id" = p."id"))))), '{}');
UPDATE "courriel_recu" SET "traite_le" = "cree_le";

ALTER TABLE "piece_attendue" ADD CONSTRAINT "piece_attendue_exigences_id_fkey" FOREIGN KEY ("exigences_id") REFERENCES "version_exigences"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "courriel_recu" ADD CONSTRAINT "courriel_recu_reponse_a_id_fkey" FOREIGN KEY ("reponse_a_id") REFERENCES "courriel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "rapprochement" ADD CONSTRAINT "rapprochement_pre_projet_id_fkey" FOREIGN KEY ("pre_projet_id") REFERENCES "pre_projet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "rapprochement" ADD CONSTRAINT "rapprochement_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "dossier" ADD CONSTRAINT "dossier_exigences_id_fkey" FOREIGN KEY ("exigences_id") REFERENCES "version_exigences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "piece" ADD CONSTRAINT "piece_dispense_de_id_fkey" FOREIGN KEY ("dispense_de_id") REFERENCES "piece_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "signalement_ecarte" ADD CONSTRAINT "signalement_ecarte_piece_id_fkey" FOREIGN KEY ("piece_id") REFERENCES "piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "modification" ADD CONSTRAINT "modification_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "modification" ADD CONSTRAINT "modification_deverrouillage_id_fkey" FOREIGN KEY ("deverrouillage_id") REFERENCES "deverrouillage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "demande_complement" ADD CONSTRAINT "demande_complement_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "demande_complement" ADD CONSTRAINT "demande_complement_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "courriel" ADD CONSTRAINT "courriel_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One request for compléments waits per dossier, one set of changes per opening, one project per dossier and per fiche.
CREATE UNIQUE INDEX "demande_complement_ouverte_idx" ON "demande_complement" ("dossier_id") WHERE "etat" IN ('OUVERTE', 'DEPASSEE');
CREATE UNIQUE INDEX "modification_en_attente_idx" ON "modification" ("deverrouillage_id") WHERE "etat" IN ('EN_COURS', 'REDEPOSEE');
CREATE UNIQUE INDEX "rapprochement_dossier_confirme_idx" ON "rapprochement" ("dossier_id") WHERE "etat" = 'CONFIRME';
CREATE UNIQUE INDEX "rapprochement_pre_projet_confirme_idx" ON "rapprochement" ("pre_projet_id") WHERE "etat" = 'CONFIRME';
CREATE INDEX "courriel_recu_reponse_idx" ON "courriel_recu" ("reponse_a_id");
ALTER TABLE "demande_complement" ADD CONSTRAINT "demande_complement_dates" CHECK ("limite" >= "du");
