-- What a responsable asks a structure to give back of what was paid: how much, of how much that was worked out, until when and how; what came of it is kept
-- by the trigger below, from the rows of versement recorded since.
CREATE TABLE demande_de_reversement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  calcule_cents bigint NOT NULL,
  montant_cents bigint NOT NULL,
  motif text NOT NULL DEFAULT '',
  modalites text NOT NULL,
  du_le date NOT NULL,
  demande_le timestamptz NOT NULL,
  demande_par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  rendu_cents bigint NOT NULL DEFAULT 0,
  annule_le timestamptz,
  annule_par_id uuid REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  motif_annulation text NOT NULL DEFAULT '',
  CONSTRAINT demande_de_reversement_montant CHECK (montant_cents > 0 AND montant_cents <= calcule_cents AND rendu_cents >= 0),
  CONSTRAINT demande_de_reversement_motif CHECK ((montant_cents < calcule_cents) = (motif <> '')),
  CONSTRAINT demande_de_reversement_annulee CHECK ((annule_le IS NULL) = (annule_par_id IS NULL) AND (annule_le IS NULL) = (motif_annulation = ''))
);
CREATE INDEX demande_de_reversement_dossier_id_demande_le_idx ON demande_de_reversement (dossier_id, demande_le);
CREATE INDEX demande_de_reversement_demande_par_id_idx ON demande_de_reversement (demande_par_id);
CREATE INDEX demande_de_reversement_annule_par_id_idx ON demande_de_reversement (annule_par_id);
-- One list of the bannette: what was asked and did not come whole.
CREATE INDEX demande_de_reversement_attendue_idx ON demande_de_reversement (dossier_id) WHERE annule_le IS NULL AND rendu_cents < montant_cents;

CREATE FUNCTION suivre_reversements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE demande_de_reversement r SET
    rendu_cents = coalesce((SELECT sum(v.montant_cents) FROM versement v
      WHERE v.dossier_id = r.dossier_id AND v.nature = 'REVERSEMENT' AND v.annule_le IS NULL AND v.saisi_le >= r.demande_le), 0)
  WHERE r.dossier_id = coalesce(NEW.dossier_id, OLD.dossier_id);
  RETURN NULL;
END $$;
CREATE TRIGGER versement_reversement AFTER INSERT OR UPDATE OR DELETE ON versement FOR EACH ROW EXECUTE FUNCTION suivre_reversements();
