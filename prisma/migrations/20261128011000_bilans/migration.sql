-- The bilan that a grant obliges to: until when it is owed, when it came, what was thought of it and what it makes to give back.
CREATE TYPE "VerdictBilan" AS ENUM ('CONFORME', 'A_COMPLETER');
CREATE TABLE bilan_de_projet (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  decision_id uuid NOT NULL REFERENCES decision (id) ON DELETE CASCADE ON UPDATE CASCADE,
  du_le date NOT NULL,
  recu_le date,
  verdict "VerdictBilan",
  motif text NOT NULL DEFAULT '',
  depense_cents bigint,
  a_rendre_cents bigint,
  juge_le timestamptz,
  juge_par_id uuid REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT bilan_de_projet_juge CHECK ((verdict IS NULL) = (juge_le IS NULL) AND (verdict IS NULL) = (juge_par_id IS NULL) AND (verdict IS NULL OR recu_le IS NOT NULL)),
  CONSTRAINT bilan_de_projet_depense CHECK ((verdict IS NOT DISTINCT FROM 'CONFORME') = (depense_cents IS NOT NULL) AND (depense_cents IS NULL) = (a_rendre_cents IS NULL)
    AND depense_cents >= 0 AND a_rendre_cents >= 0),
  CONSTRAINT bilan_de_projet_motif CHECK ((verdict IS NOT DISTINCT FROM 'A_COMPLETER') = (motif <> ''))
);
CREATE UNIQUE INDEX bilan_de_projet_decision_id_key ON bilan_de_projet (decision_id);
CREATE UNIQUE INDEX bilan_de_projet_dossier_id_key ON bilan_de_projet (dossier_id);
CREATE INDEX bilan_de_projet_juge_par_id_idx ON bilan_de_projet (juge_par_id);
-- Two lists of the bannette: what is still to come, or to come again.
CREATE INDEX bilan_de_projet_attendu_idx ON bilan_de_projet (du_le, dossier_id) WHERE recu_le IS NULL OR verdict = 'A_COMPLETER';
-- And what is left to pay of it once it is found in order.
CREATE INDEX bilan_de_projet_conforme_idx ON bilan_de_projet (decision_id) WHERE verdict = 'CONFORME' AND a_rendre_cents = 0;
CREATE INDEX decision_solde_du_idx ON decision (id) WHERE verse_le IS NOT NULL AND solde_le IS NULL AND verse_cents < montant_cents;

-- The day that the mail of each grant announced, or so many days after the grant where the end of its project is not known.
INSERT INTO bilan_de_projet (dossier_id, decision_id, du_le)
  SELECT d.id, x.id, coalesce(d.projet_fin, (x.prise_le AT TIME ZONE 'Europe/Paris')::date) + coalesce((c.reglages ->> 'bilanDuJours')::int, 180)
  FROM decision x JOIN dossier d ON d.id = x.dossier_id JOIN campagne c ON c.id = d.campagne_id WHERE x.nature IN ('ACCORDE', 'ACCORDE_PARTIEL');
CREATE INDEX bilan_de_projet_a_examiner_idx ON bilan_de_projet (dossier_id) WHERE recu_le IS NOT NULL AND verdict IS NULL;
