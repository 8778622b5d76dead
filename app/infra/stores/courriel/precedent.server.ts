import { precedentDe } from '#domain/courriel/ordre'
import type { Tx } from '#infra/db'
import type { Prisma } from '#prisma'

type Courriel = Prisma.CourrielGetPayload<object>

/**
 * The mail of the same dossier that leaves before this one and is still to leave; null where there is none: one that is held, failed or taken back makes
 * nobody wait.
 */
export async function precedentAttendu(tx: Tx, { modele, dossierId, creeLe }: Courriel): Promise<Courriel | null> {
  const precedent = precedentDe(modele)
  if (!precedent || !dossierId) return null
  return tx.courriel.findFirst({
    where: { dossierId, modele: precedent, etat: 'A_ENVOYER', transmisLe: null, creeLe: { lte: creeLe } },
  })
}
