import { Prisma } from '#prisma'

/** The mails of the decisions that wait for a second person; those of `courriel_decision_a_reprendre_idx`. */
export const COURRIELS_A_RELIRE = Prisma.sql`
  FROM courriel WHERE etat = 'RETENU' AND motif_retenue = 'A_RELIRE' AND cle_unique LIKE 'decision/%'`
