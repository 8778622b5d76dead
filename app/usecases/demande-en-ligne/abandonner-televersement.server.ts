import type { Demandeur } from '#domain/acces/acteur'
import type { PourQuoi } from '#domain/demande-en-ligne/televersement'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { cleDeTeleversement, pourQuoi, televersementDe } from '#infra/stores/demande-en-ligne/televersement'

/**
 * Gives up a file that is on its way, or does away with what was said of one that was refused; gives what it was for. One that became a pièce is there no
 * more. Throws NotFound.
 */
export async function abandonnerTeleversement(
  { db, storage }: Omit<DepsFichiers, 'now'>,
  demandeur: Demandeur,
  id: string,
): Promise<{ pour: PourQuoi; code: string }> {
  const televersement = await televersementDe(db, demandeur.id, id)
  const { count } = await db.televersement.deleteMany({
    where: { id, demandeurId: demandeur.id, OR: [{ finiLe: null }, { refus: { not: '' } }] },
  })
  if (count === 0) throw new NotFound('televersement', id)
  await storage.remove(cleDeTeleversement(id))
  return { pour: pourQuoi(televersement), code: televersement.code }
}
