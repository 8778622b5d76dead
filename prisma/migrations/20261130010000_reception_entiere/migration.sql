-- A file that comes whole has no fingerprint until its last byte: two of them at once for one pièce are two.
DROP INDEX televersement_en_vol_key;
CREATE UNIQUE INDEX televersement_en_vol_key
  ON televersement (demandeur_id, (coalesce(demande_en_ligne_id, dossier_id)), code, sha256) WHERE fini_le IS NULL AND sha256 <> '';
