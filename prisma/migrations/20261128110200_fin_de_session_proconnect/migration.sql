-- The id_token of a session that came from a provider of identity: shown back there, it ends that session too. It opens nothing here.
ALTER TABLE session_demandeur ADD COLUMN jeton_proconnect text;
ALTER TABLE etape_de_connexion ADD COLUMN jeton_proconnect text;
