ALTER TYPE "RegleDeRepartition" ADD VALUE 'SCORE';
