-- Who asks for subventions on the extranet: an account of their own, never an officer's.
CREATE TABLE demandeur (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  courriel text NOT NULL CONSTRAINT demandeur_courriel_bas CHECK (courriel = lower(courriel)),
  nom text NOT NULL,
  prenom text NOT NULL,
  cree_le timestamptz NOT NULL
);
CREATE UNIQUE INDEX demandeur_courriel_key ON demandeur (courriel);

-- What one of them is in a structure: several people in one, one person in several.
CREATE TYPE "RoleMembre" AS ENUM ('REPRESENTANT_LEGAL', 'REDACTEUR', 'LECTEUR');
CREATE TABLE membre_de_structure (
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  structure_id uuid NOT NULL REFERENCES structure (id) ON DELETE CASCADE ON UPDATE CASCADE,
  role "RoleMembre" NOT NULL,
  fonction text NOT NULL DEFAULT '',
  depuis_le timestamptz NOT NULL,
  PRIMARY KEY (demandeur_id, structure_id)
);
CREATE INDEX membre_de_structure_structure_id_idx ON membre_de_structure (structure_id);

-- A request to open an account. Nobody is signed in who makes it: it counts once its address is confirmed.
CREATE TYPE "EtatOuverture" AS ENUM ('A_CONFIRMER', 'A_TRAITER', 'ACCEPTEE', 'REFUSEE', 'REMPLACEE');
CREATE TABLE ouverture_de_compte (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  cle_envoi uuid,
  etat "EtatOuverture" NOT NULL DEFAULT 'A_CONFIRMER',
  prenom text NOT NULL,
  nom text NOT NULL,
  courriel text NOT NULL CONSTRAINT ouverture_de_compte_courriel_bas CHECK (courriel = lower(courriel)),
  fonction text NOT NULL,
  role "RoleMembre" NOT NULL,
  siret text NOT NULL,
  genre text NOT NULL,
  raison_sociale text NOT NULL DEFAULT '',
  adresse text NOT NULL DEFAULT '',
  code_postal text NOT NULL DEFAULT '',
  commune text NOT NULL DEFAULT '',
  confirmation text NOT NULL,
  confirmation_expire_le timestamptz NOT NULL,
  demandee_le timestamptz NOT NULL,
  confirmee_le timestamptz,
  traitee_le timestamptz,
  traitee_par text,
  motif text NOT NULL DEFAULT '',
  structure_id uuid REFERENCES structure (id) ON DELETE SET NULL ON UPDATE CASCADE,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT ouverture_de_compte_confirmee CHECK (etat = 'A_CONFIRMER' OR confirmee_le IS NOT NULL),
  CONSTRAINT ouverture_de_compte_traitee CHECK ((traitee_le IS NOT NULL) = (etat IN ('ACCEPTEE', 'REFUSEE'))),
  CONSTRAINT ouverture_de_compte_motif CHECK (etat <> 'REFUSEE' OR motif <> '')
);
CREATE UNIQUE INDEX ouverture_de_compte_cle_envoi_key ON ouverture_de_compte (cle_envoi);
CREATE UNIQUE INDEX ouverture_de_compte_confirmation_key ON ouverture_de_compte (confirmation);
-- One person waits once for one structure; the count of what waits reads this index alone.
CREATE UNIQUE INDEX ouverture_de_compte_a_traiter ON ouverture_de_compte (courriel, siret) WHERE etat = 'A_TRAITER';
CREATE INDEX ouverture_de_compte_etat_confirmee_le_idx ON ouverture_de_compte (etat, confirmee_le);
