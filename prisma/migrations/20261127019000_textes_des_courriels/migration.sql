-- The prose of the mails of a campagne: what is in force beside its other settings, and every version of it.
ALTER TABLE campagne ADD COLUMN textes jsonb NOT NULL DEFAULT '{}';

CREATE TABLE version_textes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campagne_id uuid NOT NULL REFERENCES campagne (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  modele text NOT NULL,
  numero integer NOT NULL CHECK (numero > 0),
  textes jsonb NOT NULL,
  agent_id uuid NOT NULL,
  agent text NOT NULL,
  cree_le timestamptz NOT NULL
);
CREATE UNIQUE INDEX version_textes_campagne_id_modele_numero_key ON version_textes (campagne_id, modele, numero);
