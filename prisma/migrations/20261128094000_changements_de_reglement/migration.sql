-- What changed of the règlement of a campagne for who asks, and when each demande on line was ticked as read.
CREATE TABLE changement_de_reglement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campagne_id uuid NOT NULL REFERENCES campagne (id) ON DELETE CASCADE ON UPDATE CASCADE,
  le timestamptz NOT NULL,
  champs text[] NOT NULL,
  genres text[] NOT NULL,
  CONSTRAINT changement_de_reglement_dit CHECK ((cardinality(champs) > 0) <> (cardinality(genres) > 0))
);
CREATE INDEX changement_de_reglement_campagne_id_idx ON changement_de_reglement (campagne_id, le);

ALTER TABLE demande_en_ligne ADD COLUMN reglement_lu_le timestamptz;
ALTER TABLE demande_en_ligne ADD COLUMN changements_dits uuid[] NOT NULL DEFAULT '{}';

-- Ticked already: read when the step was last written.
UPDATE demande_en_ligne e SET reglement_lu_le = r.enregistree_le
FROM reponses_d_etape r WHERE r.demande_en_ligne_id = e.id AND r.etape = 'PROJET' AND r.reponses ->> 'reglementLu' = 'oui';
