-- A file of the extranet on its way: what was announced of it, how much has come, and what became of it. Its bytes are in the storage.
CREATE TABLE televersement (
  id uuid PRIMARY KEY,
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  demande_en_ligne_id uuid REFERENCES demande_en_ligne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  dossier_id uuid REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  code text NOT NULL,
  nom_fichier text NOT NULL,
  taille integer NOT NULL,
  sha256 text NOT NULL,
  recu integer NOT NULL DEFAULT 0,
  cree_le timestamptz NOT NULL,
  recu_le timestamptz NOT NULL,
  fini_le timestamptz,
  refus text NOT NULL DEFAULT '',
  refus_detail text NOT NULL DEFAULT '',
  CONSTRAINT televersement_pour CHECK (num_nonnulls(demande_en_ligne_id, dossier_id) = 1),
  CONSTRAINT televersement_taille CHECK (taille > 0 AND recu BETWEEN 0 AND taille),
  CONSTRAINT televersement_refus CHECK (refus = '' OR fini_le IS NOT NULL)
);
-- The same file announced twice for one pièce by one person is one.
CREATE UNIQUE INDEX televersement_en_vol_key
  ON televersement (demandeur_id, (coalesce(demande_en_ligne_id, dossier_id)), code, sha256) WHERE fini_le IS NULL;
CREATE INDEX televersement_demandeur_id_cree_le_idx ON televersement (demandeur_id, cree_le);
CREATE INDEX televersement_demande_en_ligne_id_idx ON televersement (demande_en_ligne_id);
CREATE INDEX televersement_dossier_id_idx ON televersement (dossier_id);
-- Asked by what takes them away after a day.
CREATE INDEX televersement_recu_le_idx ON televersement (recu_le);
