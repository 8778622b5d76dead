-- What who instructs proposes for a dossier: an opinion, an amount and why. One holds at a time; those it replaced stay.
CREATE TYPE "AvisProposition" AS ENUM ('FAVORABLE', 'RESERVE', 'DEFAVORABLE');
CREATE TABLE proposition (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  avis "AvisProposition" NOT NULL,
  montant_cents bigint NOT NULL,
  motif text NOT NULL DEFAULT '',
  par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  le timestamptz NOT NULL,
  remplacee_le timestamptz,
  CONSTRAINT proposition_montant CHECK ((avis = 'DEFAVORABLE') = (montant_cents = 0) AND montant_cents >= 0)
);
CREATE INDEX proposition_dossier_id_le_idx ON proposition (dossier_id, le);
CREATE INDEX proposition_par_id_idx ON proposition (par_id);
CREATE UNIQUE INDEX proposition_vaut_idx ON proposition (dossier_id) INCLUDE (avis, montant_cents) WHERE remplacee_le IS NULL;
CREATE TRIGGER proposition_reviser AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON proposition FOR EACH STATEMENT EXECUTE FUNCTION reviser('dossier');

-- What an act by lot makes of a dossier, in words, where its verb does not say it: the amount that is proposed.
ALTER TABLE lot_actes_ligne ADD COLUMN effet text NOT NULL DEFAULT '';
