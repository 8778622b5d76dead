-- Days on which the service is closed, beside Saturdays, Sundays and public holidays: no working day.
CREATE TABLE jour_de_fermeture (
  jour date PRIMARY KEY,
  libelle text NOT NULL CHECK (length(btrim(libelle)) > 0),
  cree_le timestamptz NOT NULL DEFAULT now()
);
