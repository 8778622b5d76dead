-- An officer who looks at a dossier as its structure does changes nothing of it: it is in the journal, and no news.
DROP TRIGGER entree_journal_annoncer ON entree_journal;
CREATE TRIGGER entree_journal_annoncer AFTER INSERT ON entree_journal
  FOR EACH ROW WHEN (NEW.objet IN ('dossier', 'pre-projet') AND NEW.objet_id ~ '^[0-9a-f-]{36}$' AND NEW.acte NOT IN (
    'envoyerCourriel', 'recevoirPiece', 'reconnaitrePiece', 'confirmerChamp', 'repondreCritere', 'reprendreIndices', 'reappliquerExigences',
    'voirCommeLeDemandeur'))
  EXECUTE FUNCTION entree_journal_annoncer();
