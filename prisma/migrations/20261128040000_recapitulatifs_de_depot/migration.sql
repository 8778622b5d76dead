-- What was deposited on line, in its words of that instant: what is changed afterwards is never in it.
CREATE TABLE recapitulatif_de_depot (
  dossier_id uuid PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE,
  contenu jsonb NOT NULL,
  le timestamptz NOT NULL
);
