-- What was decided outside this software, and what silence rejected: written down by an officer or read in a listing, never told by a mail.
ALTER TYPE "EtatDossier" ADD VALUE 'DECIDE_AILLEURS';
ALTER TYPE "EtatDossier" ADD VALUE 'REJET_IMPLICITE';

-- A demande of a past year that an import brought as history: no clock runs for it.
ALTER TABLE dossier ADD COLUMN repris_le timestamptz;
