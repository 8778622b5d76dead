-- A dossier may be given up by its demandeur, or found not recevable without a vote. A value is used only once this is committed.
ALTER TYPE "EtatDossier" ADD VALUE 'RETIRE';
ALTER TYPE "EtatDossier" ADD VALUE 'HORS_DELAI';
ALTER TYPE "EtatDossier" ADD VALUE 'INELIGIBLE';
ALTER TYPE "NatureDecision" ADD VALUE 'RETIRE';
ALTER TYPE "NatureDecision" ADD VALUE 'HORS_DELAI';
ALTER TYPE "NatureDecision" ADD VALUE 'INELIGIBLE';
