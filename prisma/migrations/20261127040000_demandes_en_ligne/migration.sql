-- Where a dossier was deposited, and where its number comes from.
CREATE TYPE "OrigineDossier" AS ENUM ('PORTAIL', 'EXTRANET');
ALTER TABLE dossier ADD COLUMN origine "OrigineDossier" NOT NULL DEFAULT 'PORTAIL';

-- What a structure fills in on the extranet, until it is deposited.
CREATE TYPE "EtapeEnLigne" AS ENUM ('STRUCTURE', 'PROJET', 'CERTIFICATION');
CREATE TABLE demande_en_ligne (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  cle_envoi uuid,
  structure_id uuid NOT NULL REFERENCES structure (id) ON DELETE CASCADE ON UPDATE CASCADE,
  campagne_id uuid NOT NULL REFERENCES campagne (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  creee_le timestamptz NOT NULL,
  changee_le timestamptz NOT NULL,
  deposee_le timestamptz,
  deposee_par text NOT NULL DEFAULT '',
  dossier_id uuid REFERENCES dossier (id) ON DELETE SET NULL ON UPDATE CASCADE,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT demande_en_ligne_deposee CHECK (dossier_id IS NULL OR deposee_le IS NOT NULL)
);
CREATE UNIQUE INDEX demande_en_ligne_cle_envoi_key ON demande_en_ligne (cle_envoi);
CREATE UNIQUE INDEX demande_en_ligne_dossier_id_key ON demande_en_ligne (dossier_id);
CREATE INDEX demande_en_ligne_structure_id_creee_le_idx ON demande_en_ligne (structure_id, creee_le);
CREATE INDEX demande_en_ligne_campagne_id_idx ON demande_en_ligne (campagne_id);

CREATE TABLE reponses_d_etape (
  demande_en_ligne_id uuid NOT NULL REFERENCES demande_en_ligne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  etape "EtapeEnLigne" NOT NULL,
  reponses jsonb NOT NULL,
  auteurs jsonb NOT NULL DEFAULT '{}',
  enregistree_le timestamptz NOT NULL,
  enregistree_par text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (demande_en_ligne_id, etape)
);

CREATE TABLE piece_en_ligne (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  demande_en_ligne_id uuid NOT NULL REFERENCES demande_en_ligne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  code text NOT NULL,
  nom_fichier text NOT NULL,
  libelle text NOT NULL,
  cle_depot text NOT NULL,
  cle text NOT NULL,
  taille integer NOT NULL,
  type_mime text NOT NULL,
  sha256 text NOT NULL,
  signalements jsonb NOT NULL DEFAULT '[]',
  recue_le timestamptz NOT NULL,
  recue_par text NOT NULL
);
CREATE UNIQUE INDEX piece_en_ligne_demande_en_ligne_id_code_cle_depot_key ON piece_en_ligne (demande_en_ligne_id, code, cle_depot);

-- The extranet's own numbers: a row of a year is held until the deposit that takes its next rank is written, so that none is left out.
CREATE TABLE numerotation_en_ligne (annee integer PRIMARY KEY, dernier integer NOT NULL);

-- Every deposited dossier has a number, and no draft has one. The extranet gives its numbers last in the transaction of the deposit, so that no other
-- deposit waits for what comes before: what is deposited is looked at when it is committed.
ALTER TABLE dossier DROP CONSTRAINT dossier_brouillon;
ALTER TABLE dossier ADD CONSTRAINT dossier_brouillon CHECK (etat <> 'BROUILLON' OR numero IS NULL);
CREATE FUNCTION dossier_depose_sans_numero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM dossier WHERE id = NEW.id AND etat <> 'BROUILLON' AND numero IS NULL) THEN
    RAISE EXCEPTION 'dossier % is deposited without a number', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_numero_depose';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER dossier_numero_depose AFTER INSERT OR UPDATE OF etat, numero ON dossier DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.etat <> 'BROUILLON' AND NEW.numero IS NULL) EXECUTE FUNCTION dossier_depose_sans_numero();
