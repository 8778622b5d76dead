-- What a structure asks to change on the extranet names the parts of the form; a wish that came otherwise names none.
ALTER TABLE demande_deverrouillage ADD COLUMN sections "SectionDossier"[] NOT NULL DEFAULT '{}';
