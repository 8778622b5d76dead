-- The Commission permanente voted, and nobody is told yet. Apart: a value is used only once it is committed.
ALTER TYPE "EtatDossier" ADD VALUE 'VOTE' AFTER 'EN_INSTRUCTION';
