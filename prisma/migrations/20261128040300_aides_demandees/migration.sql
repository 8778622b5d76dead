-- A structure asks for help on a demande that it is filling in: officers see it until this instant, or until it says no more.
CREATE TABLE aide_demandee (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  demande_en_ligne_id uuid NOT NULL REFERENCES demande_en_ligne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  demandee_le timestamptz NOT NULL,
  demandee_par text NOT NULL,
  echeance timestamptz NOT NULL,
  fermee_le timestamptz
);
CREATE UNIQUE INDEX aide_demandee_une_seule_idx ON aide_demandee (demande_en_ligne_id) WHERE fermee_le IS NULL;
CREATE INDEX aide_demandee_demande_en_ligne_id_idx ON aide_demandee (demande_en_ligne_id);
CREATE INDEX aide_demandee_ouverte_idx ON aide_demandee (echeance) WHERE fermee_le IS NULL;
-- What an officer says of a step; never what is written in it.
CREATE TABLE mot_d_aide (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  demande_en_ligne_id uuid NOT NULL REFERENCES demande_en_ligne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  etape text NOT NULL CHECK (etape IN ('STRUCTURE', 'PROJET', 'PIECES', 'CERTIFICATION')),
  texte text NOT NULL,
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  par text NOT NULL,
  ecrit_le timestamptz NOT NULL
);
CREATE INDEX mot_d_aide_demande_en_ligne_id_ecrit_le_idx ON mot_d_aide (demande_en_ligne_id, ecrit_le);
CREATE INDEX mot_d_aide_agent_id_idx ON mot_d_aide (agent_id);
