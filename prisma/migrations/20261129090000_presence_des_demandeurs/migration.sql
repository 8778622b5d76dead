-- Who of a structure has one of its demandes before their eyes, at which step. Worth nothing after a restart, so written to no log.
CREATE UNLOGGED TABLE presence_sur_demande (
  demande_en_ligne_id uuid NOT NULL REFERENCES demande_en_ligne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  etape text NOT NULL,
  vu_le timestamptz NOT NULL,
  PRIMARY KEY (demande_en_ligne_id, demandeur_id)
);
CREATE INDEX presence_sur_demande_demandeur_id_idx ON presence_sur_demande (demandeur_id);
CREATE INDEX presence_sur_demande_vu_le_idx ON presence_sur_demande (vu_le);

-- The fiche whose answers a demande took up.
ALTER TABLE demande_en_ligne ADD COLUMN pre_projet_id uuid REFERENCES pre_projet (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX demande_en_ligne_pre_projet_id_idx ON demande_en_ligne (pre_projet_id);
