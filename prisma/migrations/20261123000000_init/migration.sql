-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('LECTEUR', 'INSTRUCTEUR', 'RESPONSABLE', 'ADMIN');

-- CreateEnum
CREATE TYPE "Dispositif" AS ENUM ('MEI', 'JUMELAGES');

-- CreateEnum
CREATE TYPE "EtatDossier" AS ENUM ('BROUILLON', 'DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION', 'ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'SANS_SUITE');

-- CreateEnum
CREATE TYPE "EtatCompletude" AS ENUM ('MANQUANTES', 'A_CONTROLER', 'COMPLET');

-- CreateEnum
CREATE TYPE "EtatPreProjet" AS ENUM ('A_TRAITER', 'A_RETRAVAILLER', 'AVIS_RENDU', 'CLOS');

-- CreateEnum
CREATE TYPE "AvisPreProjet" AS ENUM ('FAVORABLE', 'A_RETRAVAILLER', 'DEFAVORABLE', 'HORS_CHAMP');

-- CreateEnum
CREATE TYPE "ControlePiece" AS ENUM ('A_CONTROLER', 'CONFORME', 'NON_CONFORME', 'SANS_OBJET');

-- CreateEnum
CREATE TYPE "ExigencePiece" AS ENUM ('OBLIGATOIRE', 'SI_PERTINENT');

-- CreateEnum
CREATE TYPE "SectionDossier" AS ENUM ('STRUCTURE', 'PROJET', 'BUDGET', 'PIECES');

-- CreateEnum
CREATE TYPE "FermetureDeverrouillage" AS ENUM ('ECHEANCE', 'AGENT', 'DEPOT');

-- CreateEnum
CREATE TYPE "EtatDemandeDeverrouillage" AS ENUM ('EN_ATTENTE', 'ACCEPTEE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "NatureDecision" AS ENUM ('ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'SANS_SUITE');

-- CreateEnum
CREATE TYPE "EtatCourriel" AS ENUM ('A_ENVOYER', 'ENVOYE', 'ECHEC');

-- CreateEnum
CREATE TYPE "NatureCourrielRecu" AS ENUM ('FICHE', 'NOUVELLE_VERSION', 'DOUBLON', 'DEMANDE_DEVERROUILLAGE', 'AUTRE', 'ILLISIBLE');

-- CreateEnum
CREATE TYPE "EtatRapport" AS ENUM ('EN_ATTENTE', 'EN_COURS', 'PRET', 'ECHEC');

-- CreateEnum
CREATE TYPE "TypeLot" AS ENUM ('DEMANDES', 'COURRIELS');

-- CreateEnum
CREATE TYPE "EtatLot" AS ENUM ('EN_ATTENTE', 'EN_COURS', 'TERMINE', 'ECHEC');

-- CreateEnum
CREATE TYPE "ResultatLigne" AS ENUM ('CREE', 'MIS_A_JOUR', 'INCHANGE', 'BROUILLON', 'REJET', 'PIECE_REFUSEE', 'MESSAGE');

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "courriel" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "prenom" TEXT NOT NULL,
    "qualite" TEXT NOT NULL DEFAULT '',
    "telephone" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL,
    "mot_de_passe" TEXT,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "activation" TEXT,
    "activation_expire_le" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "agent_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expire_le" TIMESTAMPTZ NOT NULL,
    "navigateur" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campagne" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "dispositif" "Dispositif" NOT NULL,
    "annee" INTEGER NOT NULL,
    "ouverte_le" DATE NOT NULL,
    "echeance_fiche" DATE NOT NULL,
    "echeance_depot" DATE NOT NULL,
    "fermee_le" DATE,
    "enveloppe_cents" BIGINT NOT NULL,
    "reglages" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "campagne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "piece_attendue" (
    "campagne_id" UUID NOT NULL,
    "genre" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "exigence" "ExigencePiece" NOT NULL,
    "rang" INTEGER NOT NULL,

    CONSTRAINT "piece_attendue_pkey" PRIMARY KEY ("campagne_id","genre","code")
);

-- CreateTable
CREATE TABLE "structure" (
    "id" UUID NOT NULL,
    "siret" TEXT,
    "nom" TEXT NOT NULL,
    "nom_plie" TEXT NOT NULL,
    "sigle" TEXT NOT NULL DEFAULT '',
    "genre" TEXT NOT NULL,
    "nature_juridique" TEXT NOT NULL DEFAULT '',
    "rna" TEXT,
    "adresse" TEXT NOT NULL DEFAULT '',
    "code_postal" TEXT NOT NULL DEFAULT '',
    "commune" TEXT NOT NULL DEFAULT '',
    "code_insee" TEXT,
    "courriel" TEXT NOT NULL DEFAULT '',
    "telephone" TEXT NOT NULL DEFAULT '',
    "site" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pre_projet" (
    "id" UUID NOT NULL,
    "campagne_id" UUID,
    "structure_id" UUID,
    "agent_id" UUID,
    "etat" "EtatPreProjet" NOT NULL DEFAULT 'A_TRAITER',
    "avis" "AvisPreProjet",
    "avis_texte" TEXT NOT NULL DEFAULT '',
    "avis_le" TIMESTAMPTZ,
    "recu_le" TIMESTAMPTZ NOT NULL,
    "hors_delai" BOOLEAN NOT NULL DEFAULT false,
    "titre" TEXT NOT NULL DEFAULT '',
    "structure_nom" TEXT NOT NULL DEFAULT '',
    "structure_nom_plie" TEXT NOT NULL DEFAULT '',
    "titre_plie" TEXT NOT NULL DEFAULT '',
    "siret" TEXT,
    "genre" TEXT,
    "commune" TEXT NOT NULL DEFAULT '',
    "pays" TEXT NOT NULL DEFAULT '',
    "ville" TEXT NOT NULL DEFAULT '',
    "contact_nom" TEXT NOT NULL DEFAULT '',
    "contact_courriel" TEXT NOT NULL DEFAULT '',
    "nb_jeunes" INTEGER,
    "cout_total_cents" BIGINT,
    "montant_souhaite_cents" BIGINT,
    "date_debut" DATE,
    "date_fin" DATE,
    "champs" JSONB NOT NULL,
    "a_relire" TEXT[],
    "recherche" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pre_projet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel_recu" (
    "id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "empreinte" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "nom_fichier" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "de" TEXT NOT NULL,
    "de_nom" TEXT NOT NULL DEFAULT '',
    "sujet" TEXT NOT NULL,
    "recu_le" TIMESTAMPTZ NOT NULL,
    "en_reponse_a" TEXT,
    "nature" "NatureCourrielRecu" NOT NULL,
    "motif_nature" TEXT NOT NULL,
    "texte" TEXT NOT NULL DEFAULT '',
    "pre_projet_id" UUID,
    "dossier_id" UUID,
    "lot_id" UUID,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "courriel_recu_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "piece_jointe" (
    "id" UUID NOT NULL,
    "courriel_recu_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "nom" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "type_mime" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "piece_jointe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "id" UUID NOT NULL,
    "numero" TEXT,
    "cle_brouillon" TEXT,
    "campagne_id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "agent_id" UUID,
    "etat" "EtatDossier" NOT NULL,
    "statut_portail" TEXT NOT NULL,
    "objet" TEXT NOT NULL,
    "depose_le" DATE,
    "montant_demande_cents" BIGINT NOT NULL,
    "cout_total_cents" BIGINT,
    "montant_accorde_cents" BIGINT,
    "rejet_implicite_le" DATE,
    "completude" "EtatCompletude" NOT NULL DEFAULT 'MANQUANTES',
    "nb_manquantes" INTEGER NOT NULL DEFAULT 0,
    "nb_a_controler" INTEGER NOT NULL DEFAULT 0,
    "pays" TEXT NOT NULL DEFAULT '',
    "ville_partenaire" TEXT NOT NULL DEFAULT '',
    "projet_debut" DATE,
    "projet_fin" DATE,
    "nb_participants" INTEGER,
    "contact_nom" TEXT NOT NULL DEFAULT '',
    "contact_courriel" TEXT NOT NULL DEFAULT '',
    "donnees" JSONB NOT NULL,
    "anomalies" JSONB NOT NULL DEFAULT '[]',
    "disparu_le" TIMESTAMPTZ,
    "recherche" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_version" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "lot_id" UUID,
    "donnees" JSONB NOT NULL,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "piece" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "code" TEXT,
    "libelle" TEXT NOT NULL,
    "cle_depot" TEXT NOT NULL,
    "rang" INTEGER NOT NULL DEFAULT 0,
    "controle" "ControlePiece" NOT NULL DEFAULT 'A_CONTROLER',
    "motif" TEXT,
    "precision" TEXT NOT NULL DEFAULT '',
    "controle_par_id" UUID,
    "controle_le" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "piece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "piece_version" (
    "id" UUID NOT NULL,
    "piece_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "nom_fichier" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "taille" INTEGER NOT NULL,
    "type_mime" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signalements" JSONB NOT NULL DEFAULT '[]',
    "lot_id" UUID,
    "recue_le" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "piece_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deverrouillage" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "sections" "SectionDossier"[],
    "motif" TEXT NOT NULL,
    "ouvert_par_id" UUID NOT NULL,
    "ouvert_le" TIMESTAMPTZ NOT NULL,
    "echeance" TIMESTAMPTZ NOT NULL,
    "referme_le" TIMESTAMPTZ,
    "fermeture" "FermetureDeverrouillage",

    CONSTRAINT "deverrouillage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demande_deverrouillage" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "courriel_recu_id" UUID,
    "texte" TEXT NOT NULL,
    "demandeur" TEXT NOT NULL,
    "recue_le" TIMESTAMPTZ NOT NULL,
    "etat" "EtatDemandeDeverrouillage" NOT NULL DEFAULT 'EN_ATTENTE',
    "traitee_par_id" UUID,
    "traitee_le" TIMESTAMPTZ,

    CONSTRAINT "demande_deverrouillage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "nature" "NatureDecision" NOT NULL,
    "montant_cents" BIGINT,
    "motif" TEXT,
    "precision" TEXT NOT NULL DEFAULT '',
    "prise_par_id" UUID NOT NULL,
    "prise_le" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel" (
    "id" UUID NOT NULL,
    "cle_unique" TEXT NOT NULL,
    "modele" TEXT NOT NULL,
    "destinataire" TEXT NOT NULL,
    "destinataire_nom" TEXT NOT NULL DEFAULT '',
    "sujet" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "dossier_id" UUID,
    "pre_projet_id" UUID,
    "etat" "EtatCourriel" NOT NULL DEFAULT 'A_ENVOYER',
    "tentatives" INTEGER NOT NULL DEFAULT 0,
    "erreur" TEXT,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "envoye_le" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapport" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "campagne_id" UUID,
    "etat" "EtatRapport" NOT NULL DEFAULT 'EN_ATTENTE',
    "progression" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "cle" TEXT,
    "nom_fichier" TEXT NOT NULL,
    "lignes" INTEGER,
    "duree_ms" INTEGER,
    "erreur" TEXT,
    "demande_par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "termine_le" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rapport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot" (
    "id" UUID NOT NULL,
    "type" "TypeLot" NOT NULL,
    "etat" "EtatLot" NOT NULL DEFAULT 'EN_ATTENTE',
    "fichiers" JSONB NOT NULL,
    "progression" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "bilan" JSONB,
    "erreur" TEXT,
    "depose_par_id" UUID,
    "cree_le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "termine_le" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot_ligne" (
    "id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "resultat" "ResultatLigne" NOT NULL,
    "fichier" TEXT NOT NULL DEFAULT '',
    "ligne" INTEGER,
    "numero" TEXT,
    "colonne" TEXT,
    "valeur" TEXT,
    "motif" TEXT,

    CONSTRAINT "lot_ligne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entree_journal" (
    "id" BIGINT NOT NULL DEFAULT 0,
    "le" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agent_id" UUID,
    "acteur" TEXT NOT NULL,
    "acte" TEXT NOT NULL,
    "objet" TEXT NOT NULL,
    "objet_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "precedente" TEXT NOT NULL DEFAULT '',
    "empreinte" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "entree_journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_job" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "run_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ,

    CONSTRAINT "outbox_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limiter_flexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "rate_limiter_flexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "agent_courriel_key" ON "agent"("courriel");

-- CreateIndex
CREATE UNIQUE INDEX "agent_activation_key" ON "agent"("activation");

-- CreateIndex
CREATE INDEX "session_agent_id_idx" ON "session"("agent_id");

-- CreateIndex
CREATE INDEX "session_expire_le_idx" ON "session"("expire_le");

-- CreateIndex
CREATE UNIQUE INDEX "campagne_code_key" ON "campagne"("code");

-- CreateIndex
CREATE UNIQUE INDEX "structure_siret_key" ON "structure"("siret");

-- CreateIndex
CREATE INDEX "structure_nom_plie_idx" ON "structure"("nom_plie");

-- CreateIndex
CREATE INDEX "pre_projet_etat_recu_le_id_idx" ON "pre_projet"("etat", "recu_le", "id");

-- CreateIndex
CREATE INDEX "pre_projet_campagne_id_recu_le_id_idx" ON "pre_projet"("campagne_id", "recu_le", "id");

-- CreateIndex
CREATE INDEX "pre_projet_recu_le_id_idx" ON "pre_projet"("recu_le", "id");

-- CreateIndex
CREATE INDEX "pre_projet_structure_nom_id_idx" ON "pre_projet"("structure_nom", "id");

-- CreateIndex
CREATE INDEX "pre_projet_montant_souhaite_cents_id_idx" ON "pre_projet"("montant_souhaite_cents", "id");

-- CreateIndex
CREATE INDEX "pre_projet_genre_idx" ON "pre_projet"("genre");

-- CreateIndex
CREATE INDEX "pre_projet_siret_idx" ON "pre_projet"("siret");

-- CreateIndex
CREATE UNIQUE INDEX "courriel_recu_message_id_key" ON "courriel_recu"("message_id");

-- CreateIndex
CREATE INDEX "courriel_recu_empreinte_idx" ON "courriel_recu"("empreinte");

-- CreateIndex
CREATE INDEX "courriel_recu_pre_projet_id_idx" ON "courriel_recu"("pre_projet_id");

-- CreateIndex
CREATE INDEX "courriel_recu_dossier_id_idx" ON "courriel_recu"("dossier_id");

-- CreateIndex
CREATE INDEX "courriel_recu_nature_recu_le_idx" ON "courriel_recu"("nature", "recu_le");

-- CreateIndex
CREATE UNIQUE INDEX "piece_jointe_courriel_recu_id_rang_key" ON "piece_jointe"("courriel_recu_id", "rang");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_numero_key" ON "dossier"("numero");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_cle_brouillon_key" ON "dossier"("cle_brouillon");

-- CreateIndex
CREATE INDEX "dossier_etat_depose_le_id_idx" ON "dossier"("etat", "depose_le", "id");

-- CreateIndex
CREATE INDEX "dossier_campagne_id_etat_depose_le_id_idx" ON "dossier"("campagne_id", "etat", "depose_le", "id");

-- CreateIndex
CREATE INDEX "dossier_depose_le_id_idx" ON "dossier"("depose_le", "id");

-- CreateIndex
CREATE INDEX "dossier_montant_demande_cents_id_idx" ON "dossier"("montant_demande_cents", "id");

-- CreateIndex
CREATE INDEX "dossier_rejet_implicite_le_id_idx" ON "dossier"("rejet_implicite_le", "id");

-- CreateIndex
CREATE INDEX "dossier_objet_id_idx" ON "dossier"("objet", "id");

-- CreateIndex
CREATE INDEX "dossier_completude_depose_le_id_idx" ON "dossier"("completude", "depose_le", "id");

-- CreateIndex
CREATE INDEX "dossier_agent_id_depose_le_id_idx" ON "dossier"("agent_id", "depose_le", "id");

-- CreateIndex
CREATE INDEX "dossier_structure_id_idx" ON "dossier"("structure_id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_version_dossier_id_numero_key" ON "dossier_version"("dossier_id", "numero");

-- CreateIndex
CREATE INDEX "piece_dossier_id_rang_idx" ON "piece"("dossier_id", "rang");

-- CreateIndex
CREATE UNIQUE INDEX "piece_dossier_id_cle_depot_key" ON "piece"("dossier_id", "cle_depot");

-- CreateIndex
CREATE INDEX "piece_version_sha256_idx" ON "piece_version"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "piece_version_piece_id_numero_key" ON "piece_version"("piece_id", "numero");

-- CreateIndex
CREATE INDEX "deverrouillage_dossier_id_idx" ON "deverrouillage"("dossier_id");

-- CreateIndex
CREATE INDEX "deverrouillage_echeance_idx" ON "deverrouillage"("echeance");

-- CreateIndex
CREATE INDEX "demande_deverrouillage_dossier_id_idx" ON "demande_deverrouillage"("dossier_id");

-- CreateIndex
CREATE INDEX "demande_deverrouillage_etat_recue_le_idx" ON "demande_deverrouillage"("etat", "recue_le");

-- CreateIndex
CREATE UNIQUE INDEX "decision_dossier_id_key" ON "decision"("dossier_id");

-- CreateIndex
CREATE INDEX "decision_prise_le_idx" ON "decision"("prise_le");

-- CreateIndex
CREATE UNIQUE INDEX "courriel_cle_unique_key" ON "courriel"("cle_unique");

-- CreateIndex
CREATE INDEX "courriel_etat_cree_le_id_idx" ON "courriel"("etat", "cree_le", "id");

-- CreateIndex
CREATE INDEX "courriel_cree_le_id_idx" ON "courriel"("cree_le", "id");

-- CreateIndex
CREATE INDEX "courriel_dossier_id_idx" ON "courriel"("dossier_id");

-- CreateIndex
CREATE INDEX "courriel_pre_projet_id_idx" ON "courriel"("pre_projet_id");

-- CreateIndex
CREATE INDEX "rapport_cree_le_id_idx" ON "rapport"("cree_le", "id");

-- CreateIndex
CREATE INDEX "lot_cree_le_id_idx" ON "lot"("cree_le", "id");

-- CreateIndex
CREATE INDEX "lot_ligne_lot_id_resultat_rang_idx" ON "lot_ligne"("lot_id", "resultat", "rang");

-- CreateIndex
CREATE UNIQUE INDEX "lot_ligne_lot_id_rang_key" ON "lot_ligne"("lot_id", "rang");

-- CreateIndex
CREATE INDEX "entree_journal_objet_objet_id_id_idx" ON "entree_journal"("objet", "objet_id", "id");

-- CreateIndex
CREATE INDEX "entree_journal_agent_id_id_idx" ON "entree_journal"("agent_id", "id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_attendue" ADD CONSTRAINT "piece_attendue_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pre_projet" ADD CONSTRAINT "pre_projet_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pre_projet" ADD CONSTRAINT "pre_projet_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pre_projet" ADD CONSTRAINT "pre_projet_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel_recu" ADD CONSTRAINT "courriel_recu_pre_projet_id_fkey" FOREIGN KEY ("pre_projet_id") REFERENCES "pre_projet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel_recu" ADD CONSTRAINT "courriel_recu_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel_recu" ADD CONSTRAINT "courriel_recu_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_jointe" ADD CONSTRAINT "piece_jointe_courriel_recu_id_fkey" FOREIGN KEY ("courriel_recu_id") REFERENCES "courriel_recu"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_version" ADD CONSTRAINT "dossier_version_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece" ADD CONSTRAINT "piece_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece" ADD CONSTRAINT "piece_controle_par_id_fkey" FOREIGN KEY ("controle_par_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "piece_version" ADD CONSTRAINT "piece_version_piece_id_fkey" FOREIGN KEY ("piece_id") REFERENCES "piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deverrouillage" ADD CONSTRAINT "deverrouillage_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deverrouillage" ADD CONSTRAINT "deverrouillage_ouvert_par_id_fkey" FOREIGN KEY ("ouvert_par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande_deverrouillage" ADD CONSTRAINT "demande_deverrouillage_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande_deverrouillage" ADD CONSTRAINT "demande_deverrouillage_courriel_recu_id_fkey" FOREIGN KEY ("courriel_recu_id") REFERENCES "courriel_recu"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demande_deverrouillage" ADD CONSTRAINT "demande_deverrouillage_traitee_par_id_fkey" FOREIGN KEY ("traitee_par_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_prise_par_id_fkey" FOREIGN KEY ("prise_par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_pre_projet_id_fkey" FOREIGN KEY ("pre_projet_id") REFERENCES "pre_projet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapport" ADD CONSTRAINT "rapport_campagne_id_fkey" FOREIGN KEY ("campagne_id") REFERENCES "campagne"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapport" ADD CONSTRAINT "rapport_demande_par_id_fkey" FOREIGN KEY ("demande_par_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_depose_par_id_fkey" FOREIGN KEY ("depose_par_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_ligne" ADD CONSTRAINT "lot_ligne_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

