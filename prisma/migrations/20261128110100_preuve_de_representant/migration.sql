-- That a demandeur legally represents a structure, as a provider of identity certified it: one proof of each, the last. It decides nothing.
CREATE TABLE preuve_de_representant (
  demandeur_id uuid NOT NULL REFERENCES demandeur (id) ON DELETE CASCADE ON UPDATE CASCADE,
  siret text NOT NULL,
  issuer text NOT NULL,
  acr text NOT NULL,
  prenom text NOT NULL DEFAULT '',
  nom text NOT NULL DEFAULT '',
  prouvee_le timestamptz NOT NULL,
  PRIMARY KEY (demandeur_id, siret)
);
