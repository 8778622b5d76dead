-- The mails that ask for a bilan: only of what is granted from now on (`prevenir`); what was granted before is asked for by officers.
ALTER TABLE bilan_de_projet
  ADD COLUMN prevenir boolean NOT NULL DEFAULT false,
  ADD COLUMN demande_le timestamptz,
  ADD COLUMN relance_le timestamptz;
CREATE INDEX bilan_de_projet_a_demander_idx ON bilan_de_projet (du_le, id) WHERE prevenir AND recu_le IS NULL AND relance_le IS NULL;
