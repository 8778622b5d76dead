-- What somebody from outside is asked to think of a dossier: by a link of their own, until a day. Of the link only a hash is kept.
CREATE TABLE avis_d_expert (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  prenom text NOT NULL,
  nom text NOT NULL,
  courriel text NOT NULL,
  question text NOT NULL,
  confidentiel boolean NOT NULL,
  jusqu_au date NOT NULL,
  jeton text NOT NULL,
  demande_le timestamptz NOT NULL,
  demande_par_id uuid NOT NULL REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  rappele_le timestamptz,
  revoque_le timestamptz,
  revoque_par_id uuid REFERENCES agent (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  avis "AvisProposition",
  mots text NOT NULL DEFAULT '',
  rendu_le timestamptz,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT avis_d_expert_rendu CHECK ((avis IS NULL) = (rendu_le IS NULL) AND (avis IS NULL) = (mots = '')),
  CONSTRAINT avis_d_expert_revoque CHECK ((revoque_le IS NULL) = (revoque_par_id IS NULL))
);
CREATE UNIQUE INDEX avis_d_expert_jeton_key ON avis_d_expert (jeton);
CREATE INDEX avis_d_expert_dossier_id_idx ON avis_d_expert (dossier_id, demande_le);
CREATE INDEX avis_d_expert_demande_par_id_idx ON avis_d_expert (demande_par_id);
CREATE INDEX avis_d_expert_revoque_par_id_idx ON avis_d_expert (revoque_par_id);
CREATE INDEX avis_d_expert_a_rappeler_idx ON avis_d_expert (jusqu_au, id) WHERE rappele_le IS NULL AND revoque_le IS NULL AND rendu_le IS NULL;

-- The files that this person may read, as they were when the avis was asked.
CREATE TABLE piece_d_avis (
  avis_id uuid NOT NULL REFERENCES avis_d_expert (id) ON DELETE CASCADE ON UPDATE CASCADE,
  version_id uuid NOT NULL REFERENCES piece_version (id) ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY (avis_id, version_id)
);
CREATE INDEX piece_d_avis_version_id_idx ON piece_d_avis (version_id);
