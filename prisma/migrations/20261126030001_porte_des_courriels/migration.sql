-- What the gate of automatic mails looks at when a mail leaves (app/domain/courriel/porte.ts).
ALTER TABLE courriel
  ADD COLUMN fait_le timestamptz,
  ADD COLUMN echeances date[] NOT NULL DEFAULT '{}',
  ADD COLUMN signe boolean NOT NULL DEFAULT false,
  ADD COLUMN motif_retenue text,
  ADD COLUMN motifs_acceptes text[] NOT NULL DEFAULT '{}';
UPDATE courriel SET fait_le = cree_le, signe = true;
ALTER TABLE courriel ADD CONSTRAINT courriel_retenu CHECK ((etat = 'RETENU') = (motif_retenue IS NOT NULL));

-- A decision can be taken back until its mail leaves: where the dossier then returns to.
ALTER TABLE decision
  ADD COLUMN etat_avant "EtatDossier",
  ADD COLUMN reprenable_a timestamptz;
-- A mail names the decision it tells: taken back and taken again, it is another one.
UPDATE courriel SET cle_unique = 'decision/' || d.id FROM decision d WHERE courriel.cle_unique = 'decision/' || d.dossier_id;

-- The portal sends its own accusé de réception: a campagne whose réglages nobody has set sends none.
UPDATE campagne SET reglages = jsonb_set(reglages, '{accuseReception}', 'false'), version = version + 1
  WHERE reglages ? 'accuseReception' AND NOT EXISTS (
    SELECT 1 FROM entree_journal e WHERE e.objet = 'campagne' AND e.objet_id = campagne.id::text AND e.acte = 'reglerCampagne');
