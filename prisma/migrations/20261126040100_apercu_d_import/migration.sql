-- An import of a listing says what it would do before it does it, and what the listing covers.
ALTER TYPE "EtatLot" ADD VALUE 'A_CONFIRMER';
ALTER TYPE "EtatLot" ADD VALUE 'ECARTE';
ALTER TYPE "ResultatLigne" ADD VALUE 'HORS_PERIMETRE';

CREATE TYPE "CouvertureLot" AS ENUM ('PARTIE', 'CAMPAGNE');

ALTER TABLE lot
  ADD COLUMN couverture "CouvertureLot" NOT NULL DEFAULT 'PARTIE',
  ADD COLUMN avec_courriels boolean NOT NULL DEFAULT false,
  ADD COLUMN confirme_le timestamptz,
  ADD COLUMN apercu jsonb,
  ADD COLUMN apercu_refait boolean NOT NULL DEFAULT false;

-- What was already read was confirmed by who delivered it.
UPDATE lot SET confirme_le = cree_le, avec_courriels = true WHERE etat IN ('EN_COURS', 'TERMINE', 'ECHEC') OR type = 'COURRIELS';

-- Mails that this line made leave.
ALTER TABLE lot_ligne ADD COLUMN courriels integer NOT NULL DEFAULT 0;
