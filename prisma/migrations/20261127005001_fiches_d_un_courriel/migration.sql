-- A mail may carry several fiches: the first is that of the mail, each other has its row.
CREATE TABLE fiche_de_courriel (
  courriel_recu_id uuid NOT NULL REFERENCES courriel_recu (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  pre_projet_id uuid NOT NULL REFERENCES pre_projet (id) ON DELETE CASCADE ON UPDATE CASCADE,
  effet jsonb NOT NULL,
  CONSTRAINT fiche_de_courriel_pkey PRIMARY KEY (courriel_recu_id, pre_projet_id)
);

CREATE INDEX fiche_de_courriel_pre_projet_id_idx ON fiche_de_courriel (pre_projet_id);
