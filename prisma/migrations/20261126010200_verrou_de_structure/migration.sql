-- A dossier that is not yet known to be of a structure keeps it from changing until it is. One that already is needs no such lock: its own row
-- parts the two writers, and to ask for another while holding it would lock them out of each other.
CREATE OR REPLACE FUNCTION dossier_recherche() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.structure_id IS DISTINCT FROM OLD.structure_id THEN
    PERFORM 1 FROM structure WHERE id = NEW.structure_id FOR SHARE;
  END IF;
  SELECT plier(concat_ws(' ', NEW.numero, NEW.objet, s.nom, s.sigle, s.siret, NEW.pays, NEW.ville_partenaire, s.commune)), s.genre
    INTO NEW.recherche, NEW.genre FROM structure s WHERE s.id = NEW.structure_id;
  RETURN NEW;
END $$;
