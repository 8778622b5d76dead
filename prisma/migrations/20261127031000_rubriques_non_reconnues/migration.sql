-- What a fiche says under labels for which there is no field: a list of { libelle, texte, source }.
ALTER TABLE pre_projet ADD COLUMN non_reconnues jsonb NOT NULL DEFAULT '[]';
