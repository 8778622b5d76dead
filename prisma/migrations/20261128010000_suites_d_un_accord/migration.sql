-- What follows a grant: what is paid or given back, and the convention that a private body signs above the threshold.
CREATE TYPE "NatureVersement" AS ENUM ('ACOMPTE', 'SOLDE', 'REVERSEMENT');
CREATE TABLE versement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  nature "NatureVersement" NOT NULL,
  montant_cents bigint NOT NULL,
  le date NOT NULL,
  reference text NOT NULL,
  par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  saisi_le timestamptz NOT NULL,
  annule_le timestamptz,
  annule_par_id uuid REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  motif_annulation text NOT NULL DEFAULT '',
  CONSTRAINT versement_montant CHECK (montant_cents > 0),
  CONSTRAINT versement_reference CHECK (btrim(reference) = reference AND length(reference) BETWEEN 1 AND 50),
  CONSTRAINT versement_annule CHECK ((annule_le IS NULL) = (annule_par_id IS NULL) AND (annule_le IS NULL) = (motif_annulation = ''))
);
CREATE INDEX versement_dossier_id_le_idx ON versement (dossier_id, le);
CREATE INDEX versement_par_id_idx ON versement (par_id);
CREATE INDEX versement_annule_par_id_idx ON versement (annule_par_id);
-- One payment is recorded once, and one solde closes them.
CREATE UNIQUE INDEX versement_une_fois_idx ON versement (dossier_id, nature, reference) WHERE annule_le IS NULL;
CREATE UNIQUE INDEX versement_solde_idx ON versement (dossier_id) WHERE nature = 'SOLDE' AND annule_le IS NULL;

-- What is paid of a grant (acomptes and solde, less what was given back), the day it was last paid and that of its solde: kept by the trigger below, from the rows of versement.
ALTER TABLE decision
  ADD COLUMN verse_cents bigint NOT NULL DEFAULT 0,
  ADD COLUMN verse_le date,
  ADD COLUMN solde_le date,
  ADD COLUMN convention_requise boolean NOT NULL DEFAULT false,
  ADD COLUMN convention_signee_le date;
ALTER TABLE decision
  ADD CONSTRAINT decision_verse CHECK (verse_cents BETWEEN 0 AND greatest(0, coalesce(montant_cents, 0))),
  ADD CONSTRAINT decision_convention CHECK (convention_signee_le IS NULL OR convention_requise);

CREATE FUNCTION suivre_versements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE decision SET
    verse_cents = coalesce((SELECT sum(CASE WHEN nature = 'REVERSEMENT' THEN -montant_cents ELSE montant_cents END)
      FROM versement v WHERE v.dossier_id = coalesce(NEW.dossier_id, OLD.dossier_id) AND v.annule_le IS NULL), 0),
    verse_le = (SELECT max(le) FROM versement v WHERE v.dossier_id = coalesce(NEW.dossier_id, OLD.dossier_id) AND v.nature <> 'REVERSEMENT' AND v.annule_le IS NULL),
    solde_le = (SELECT max(le) FROM versement v WHERE v.dossier_id = coalesce(NEW.dossier_id, OLD.dossier_id) AND v.nature = 'SOLDE' AND v.annule_le IS NULL)
  WHERE dossier_id = coalesce(NEW.dossier_id, OLD.dossier_id);
  RETURN NULL;
END $$;
CREATE TRIGGER versement_suivi AFTER INSERT OR UPDATE OR DELETE ON versement FOR EACH ROW EXECUTE FUNCTION suivre_versements();

-- The rule of each decision of today (décret 2001-495 art. 1), kept with those already taken.
UPDATE decision x SET convention_requise = true
  FROM dossier d JOIN structure s ON s.id = d.structure_id JOIN campagne c ON c.id = d.campagne_id
  WHERE d.id = x.dossier_id AND x.nature IN ('ACCORDE', 'ACCORDE_PARTIEL')
    AND s.genre IN ('association', 'fondation', 'ecole_privee', 'cooperative_scolaire', 'entreprise')
    AND x.montant_cents > coalesce((c.reglages ->> 'seuilConventionCents')::bigint, 2300000);

-- What is paid of each campagne is summed over these only.
CREATE INDEX decision_verse_idx ON decision (dossier_id) INCLUDE (verse_cents) WHERE verse_cents > 0;

-- Two lists of the bannette: granted and nothing paid yet, no convention standing in the way; and the conventions to sign.
CREATE INDEX decision_a_verser_idx ON decision (dossier_id) WHERE nature IN ('ACCORDE', 'ACCORDE_PARTIEL') AND verse_le IS NULL
  AND (NOT convention_requise OR convention_signee_le IS NOT NULL);
CREATE INDEX decision_convention_a_signer_idx ON decision (dossier_id) WHERE convention_requise AND convention_signee_le IS NULL;
