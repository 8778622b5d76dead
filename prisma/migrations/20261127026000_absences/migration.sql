-- From when to when an officer is away, and who stands in for them. It ends by itself, on its last day, or when somebody says so.
CREATE TABLE absence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  remplacant_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  du date NOT NULL,
  au date NOT NULL,
  dite_le timestamptz NOT NULL,
  terminee_le timestamptz,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT absence_jours CHECK (du <= au),
  CONSTRAINT absence_deux CHECK (agent_id <> remplacant_id)
);
CREATE INDEX absence_agent_id_au_idx ON absence (agent_id, au) WHERE terminee_le IS NULL;
CREATE INDEX absence_remplacant_id_au_idx ON absence (remplacant_id, au) WHERE terminee_le IS NULL;

-- For whom this officer stands in on this day: those who named them, and those whom these stood in for before they went away themselves.
CREATE FUNCTION remplaces_par(qui uuid, le_jour date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE absents AS (
    SELECT agent_id FROM absence WHERE remplacant_id = qui AND terminee_le IS NULL AND le_jour BETWEEN du AND au
    UNION SELECT a.agent_id FROM absence a JOIN absents s ON a.remplacant_id = s.agent_id
      WHERE a.terminee_le IS NULL AND le_jour BETWEEN a.du AND a.au)
  SELECT agent_id FROM absents WHERE agent_id <> qui
$$;
