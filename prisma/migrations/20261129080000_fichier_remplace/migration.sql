-- The file that one on its way takes the place of, as who sends it saw it (#domain/demande-en-ligne/place-de-fichier); empty where it takes none.
ALTER TABLE televersement ADD COLUMN remplace text NOT NULL DEFAULT '';
