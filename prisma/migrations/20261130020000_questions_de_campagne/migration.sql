-- A field of a campagne may be asked of the structures that fill in a demande on the extranet, with what explains it to them; nothing that was is.
ALTER TABLE champ_du_service
  ADD COLUMN repond text NOT NULL DEFAULT 'SERVICE',
  ADD COLUMN aide text NOT NULL DEFAULT '';
