-- A campagne is prepared before it opens, closed, then put away. Those that exist are open.
CREATE TYPE "EtatCampagne" AS ENUM ('EN_PREPARATION', 'OUVERTE', 'FERMEE', 'ARCHIVEE');

ALTER TABLE campagne ADD COLUMN etat "EtatCampagne" NOT NULL DEFAULT 'OUVERTE';
UPDATE campagne SET etat = 'FERMEE' WHERE fermee_le IS NOT NULL;
ALTER TABLE campagne
  ADD CONSTRAINT campagne_fermee CHECK ((etat IN ('FERMEE', 'ARCHIVEE')) = (fermee_le IS NOT NULL));
