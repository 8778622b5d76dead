-- Under which name a mail of a campagne leaves, and where its answers go beside our own box; empty where the campagne says neither.
ALTER TABLE courriel ADD COLUMN expediteur_nom text NOT NULL DEFAULT '', ADD COLUMN reponse_a text NOT NULL DEFAULT '';
