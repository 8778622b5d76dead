import type { Demandeur } from '#domain/acces/acteur'
import type { Identite } from '#domain/demandeur/proconnect'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { prendreRetour } from '#infra/stores/demandeur/proconnect'

/**
 * A demandeur, signed in, links their account to the identity that they came back with: from then on it signs them in. One of each provider, and each of one
 * account. `retour` is the return that brought it, which serves once.
 */
export async function relierProConnect(
  { db, now }: Deps,
  demandeur: Demandeur,
  { identite, retour }: { identite: Identite; retour: { id: string; expireLe: Date } },
): Promise<Result<true, 'PERDU' | 'PRISE' | 'DEJA_RELIE'>> {
  const { issuer, sub, courriel } = identite
  const { id: demandeurId } = demandeur
  return db.$transaction(async (tx) => {
    if (!(await prendreRetour(tx, retour))) return no('PERDU')
    const le = now()
    const { count } = await tx.identiteProConnect.createMany({
      data: { demandeurId, issuer, sub, courriel, relieeLe: le },
      skipDuplicates: true,
    })
    if (count === 0) {
      const tenue = await tx.identiteProConnect.findUnique({ where: { issuer_sub: { issuer, sub } } })
      if (tenue?.demandeurId === demandeurId) return ok(true)
      return no(tenue ? 'PRISE' : 'DEJA_RELIE')
    }
    await writeJournal(tx, demandeur, {
      ...{ acte: 'relierProConnect', objet: 'demandeur', objetId: demandeurId, detail: { issuer }, le },
    })
    return ok(true)
  })
}

/** Takes the link away: the password alone signs in again. Sessions that are open stay open. */
export async function delierProConnect(
  { db, now }: Deps,
  demandeur: Demandeur,
  { issuer }: { issuer: string },
): Promise<Result<true, 'PAS_RELIE'>> {
  const { id: demandeurId } = demandeur
  return db.$transaction(async (tx) => {
    const { count } = await tx.identiteProConnect.deleteMany({ where: { demandeurId, issuer } })
    if (count === 0) return no('PAS_RELIE')
    await writeJournal(tx, demandeur, {
      ...{ acte: 'delierProConnect', objet: 'demandeur', objetId: demandeurId, detail: { issuer }, le: now() },
    })
    return ok(true)
  })
}
