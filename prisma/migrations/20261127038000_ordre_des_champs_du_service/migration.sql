-- What a dossier holds in a field of the service, as it is compared: a number, an amount in cents or a day by its value, anything else by its folded words. One row
-- per dossier and name of field: between campagnes a field is known by its name. Written by triggers from dossier.champs_service alone.
CREATE TABLE valeur_du_service (
  dossier_id uuid NOT NULL REFERENCES dossier (id) ON DELETE CASCADE ON UPDATE CASCADE,
  nom text NOT NULL,
  type text NOT NULL,
  nombre numeric NOT NULL DEFAULT 0,
  jour date NOT NULL DEFAULT 'epoch',
  texte text NOT NULL DEFAULT '',
  PRIMARY KEY (dossier_id, nom)
);
-- The range and the order of the list, either way: of one name, by kind, then by value, then by dossier.
CREATE INDEX valeur_du_service_ordre_idx ON valeur_du_service (nom, type, nombre, jour, texte, dossier_id);

-- True for a day of the calendar: `2027-02-30` is none.
CREATE FUNCTION est_un_jour(dit text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  PERFORM dit::date;
  RETURN true;
EXCEPTION WHEN invalid_datetime_format OR datetime_field_overflow THEN
  RETURN false;
END $$;

-- What cannot be read as its kind has no row, as what is empty has none: it sorts with it, in no range. Nothing here throws.
CREATE FUNCTION valeurs_comparables(du_dossier uuid, de_campagne uuid, tenues jsonb)
  RETURNS TABLE (dossier_id uuid, nom text, type text, nombre numeric, jour date, texte text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (plier(k.libelle)) du_dossier, plier(k.libelle), g.type,
    CASE WHEN g.type IN ('NOMBRE', 'MONTANT') THEN v.value::numeric ELSE 0 END,
    CASE WHEN g.type = 'DATE' THEN v.value::date ELSE 'epoch' END,
    CASE WHEN g.type = 'TEXTE' THEN left(plier(v.value), 100) ELSE '' END
  FROM jsonb_each_text(tenues) v
  JOIN champ_du_service k ON k.id::text = v.key
  CROSS JOIN LATERAL (SELECT CASE WHEN k.type IN ('NOMBRE', 'MONTANT', 'DATE') THEN k.type ELSE 'TEXTE' END AS type) g
  WHERE v.value <> '' AND CASE g.type
    WHEN 'NOMBRE' THEN v.value ~ '^-?\d{1,12}(\.\d{1,6})?$'
    WHEN 'MONTANT' THEN v.value ~ '^-?\d{1,18}$'
    WHEN 'DATE' THEN v.value ~ '^\d{4}-\d{2}-\d{2}$' AND est_un_jour(v.value)
    ELSE true END
  -- A dossier that changed campagne may hold two of one name: that of its campagne counts.
  ORDER BY plier(k.libelle), k.campagne_id <> de_campagne, k.cree_le DESC, k.id
$$;

-- Who fills in waits for who renames the field, and the other way round: whichever comes second sees what the first did.
CREATE FUNCTION suivre_valeurs_du_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM champ_du_service k WHERE k.id::text IN (SELECT jsonb_object_keys(NEW.champs_service)) ORDER BY k.id FOR SHARE;
  DELETE FROM valeur_du_service t WHERE t.dossier_id = NEW.id;
  INSERT INTO valeur_du_service SELECT * FROM valeurs_comparables(NEW.id, NEW.campagne_id, NEW.champs_service);
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_valeurs_nees AFTER INSERT ON dossier FOR EACH ROW WHEN (NEW.champs_service <> '{}') EXECUTE FUNCTION suivre_valeurs_du_service();
CREATE TRIGGER dossier_valeurs_changees AFTER UPDATE ON dossier FOR EACH ROW
  WHEN (OLD.champs_service <> NEW.champs_service OR (OLD.campagne_id <> NEW.campagne_id AND NEW.champs_service <> '{}')) EXECUTE FUNCTION suivre_valeurs_du_service();

CREATE FUNCTION suivre_nom_de_champ() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM valeur_du_service t USING dossier d WHERE d.champs_service ? OLD.id::text AND t.dossier_id = d.id;
  INSERT INTO valeur_du_service SELECT c.* FROM dossier d CROSS JOIN LATERAL valeurs_comparables(d.id, d.campagne_id, d.champs_service) c
    WHERE d.champs_service ? OLD.id::text;
  RETURN NULL;
END $$;
CREATE TRIGGER champ_du_service_renomme AFTER UPDATE ON champ_du_service FOR EACH ROW
  WHEN (plier(OLD.libelle) <> plier(NEW.libelle)) EXECUTE FUNCTION suivre_nom_de_champ();
CREATE TRIGGER champ_du_service_retire AFTER DELETE ON champ_du_service FOR EACH ROW EXECUTE FUNCTION suivre_nom_de_champ();

INSERT INTO valeur_du_service SELECT c.* FROM dossier d CROSS JOIN LATERAL valeurs_comparables(d.id, d.campagne_id, d.champs_service) c WHERE d.champs_service <> '{}';
