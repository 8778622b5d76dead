-- The bilan that a structure gives on the extranet: what it is writing, then each version that it gave, which changes no more.
CREATE TABLE bilan_rendu (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bilan_id uuid NOT NULL REFERENCES bilan_de_projet (id) ON DELETE CASCADE ON UPDATE CASCADE,
  rang integer NOT NULL CHECK (rang >= 1),
  reponses jsonb NOT NULL DEFAULT '{}',
  auteurs jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 0,
  change_le timestamptz NOT NULL,
  change_par text NOT NULL,
  rendu_le timestamptz,
  rendu_par text NOT NULL DEFAULT '',
  debut date,
  fin date,
  participants integer CHECK (participants >= 0),
  depense_cents bigint CHECK (depense_cents >= 0),
  subvention_cents bigint CHECK (subvention_cents >= 0),
  CONSTRAINT bilan_rendu_entier CHECK (
    (rendu_le IS NULL AND rendu_par = '')
    OR (rendu_par <> '' AND num_nulls(debut, fin, participants, depense_cents, subvention_cents) = 0 AND debut <= fin AND subvention_cents <= depense_cents)
  )
);
CREATE UNIQUE INDEX bilan_rendu_bilan_id_rang_key ON bilan_rendu (bilan_id, rang);
-- One is being written at a time.
CREATE UNIQUE INDEX bilan_rendu_en_cours_idx ON bilan_rendu (bilan_id) WHERE rendu_le IS NULL;

-- Its files. One that was given with a version and again with the next is named by both rows: `cle` is not unique.
CREATE TABLE fichier_de_bilan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bilan_rendu_id uuid NOT NULL REFERENCES bilan_rendu (id) ON DELETE CASCADE ON UPDATE CASCADE,
  code text NOT NULL CHECK (code IN ('COMPTE_RENDU_FINANCIER', 'AUTRE_DU_BILAN')),
  nom_fichier text NOT NULL CHECK (btrim(nom_fichier) <> ''),
  libelle text NOT NULL,
  cle_depot text NOT NULL,
  cle text NOT NULL,
  taille integer NOT NULL CHECK (taille > 0),
  type_mime text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  signalements jsonb NOT NULL DEFAULT '[]',
  recue_le timestamptz NOT NULL,
  recue_par text NOT NULL,
  "analyse" "EtatAnalyse" NOT NULL DEFAULT 'NON_ANALYSE',
  analyse_detail text NOT NULL DEFAULT '',
  analyse_le timestamptz
);
CREATE UNIQUE INDEX fichier_de_bilan_bilan_rendu_id_code_cle_depot_key ON fichier_de_bilan (bilan_rendu_id, code, cle_depot);
CREATE INDEX fichier_de_bilan_cle_idx ON fichier_de_bilan (cle);
-- What waits for the antivirus, looked for every five minutes.
CREATE INDEX fichier_de_bilan_a_analyser_idx ON fichier_de_bilan (id) WHERE "analyse" = 'NON_ANALYSE';
-- What the antivirus has locked, shown on the first page.
CREATE INDEX fichier_de_bilan_infecte_idx ON fichier_de_bilan (analyse_le) WHERE "analyse" = 'INFECTE';
