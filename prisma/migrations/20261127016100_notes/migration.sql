-- What officers tell each other about a dossier or a fiche, and whom they name.
CREATE TABLE note (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  pre_projet_id uuid REFERENCES pre_projet (id) ON DELETE CASCADE ON UPDATE CASCADE,
  auteur_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  texte text NOT NULL,
  cree_le timestamptz NOT NULL,
  modifiee_le timestamptz,
  retiree_le timestamptz,
  version integer NOT NULL DEFAULT 0,
  CHECK (num_nonnulls(dossier_id, pre_projet_id) = 1)
);
CREATE INDEX note_dossier_id_cree_le_idx ON note (dossier_id, cree_le);
CREATE INDEX note_pre_projet_id_cree_le_idx ON note (pre_projet_id, cree_le);
CREATE INDEX note_auteur_id_idx ON note (auteur_id);

CREATE TABLE mention (
  note_id uuid NOT NULL REFERENCES note (id) ON DELETE CASCADE ON UPDATE CASCADE,
  agent_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  vue_le timestamptz,
  PRIMARY KEY (note_id, agent_id)
);
CREATE INDEX mention_agent_id_vue_le_idx ON mention (agent_id, vue_le);
