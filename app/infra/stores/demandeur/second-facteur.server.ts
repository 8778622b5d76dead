import { type CodeSaisi, lireCode } from '#domain/demandeur/second-facteur'
import type { Db, Tx } from '#infra/db'
import { hashJeton } from '#infra/jeton'
import { limiteConnexion } from '#infra/stores/acces/limite-connexion'
import { dechiffrerSecret, pasDuCode } from '#infra/stores/demandeur/totp'

/** Whether a sign-in of this demandeur asks a code after the password. */
export const aSecondFacteur = async (db: Db | Tx, demandeurId: string): Promise<boolean> =>
  (await db.secondFacteur.count({ where: { demandeurId, actifDepuis: { not: null } } })) > 0

/** Wrong codes of one account wait as wrong passwords do, wherever they come from: who types one has the password already. */
export const limiteDesCodes = (db: Db, demandeurId: string, now: Date) =>
  limiteConnexion(db, { courriel: `second facteur ${demandeurId}`, lieu: { ip: '' }, now })

/**
 * Takes a code of the second factor in force, once: that of a step of time serves if no later one, nor the same, has; one of those kept for the day the
 * telephone is lost is no more. Gives which kind it was, null for a wrong one. Of two that send the same at once, one is let in.
 */
export async function prendreCode(
  tx: Tx,
  { demandeurId, saisi, now }: { demandeurId: string; saisi: string; now: Date },
): Promise<CodeSaisi['genre'] | null> {
  const { genre, texte } = lireCode(saisi)
  const lu = await tx.secondFacteur.findUnique({ where: { demandeurId }, select: { secret: true } })
  if (!lu) return null
  if (genre === 'SECOURS') {
    const hash = hashJeton(texte)
    const pris = await tx.$executeRaw`
      UPDATE second_facteur SET secours = array_remove(secours, ${hash})
      WHERE demandeur_id = ${demandeurId}::uuid AND actif_depuis IS NOT NULL AND ${hash} = ANY (secours)`
    return pris === 1 ? genre : null
  }
  const secret = dechiffrerSecret(lu.secret, demandeurId)
  const pas = secret && pasDuCode(secret, texte, now)
  if (pas === null) return null
  const pris = await tx.$executeRaw`
    UPDATE second_facteur SET dernier_pas = ${pas}
    WHERE demandeur_id = ${demandeurId}::uuid AND actif_depuis IS NOT NULL AND dernier_pas < ${pas}`
  return pris === 1 ? genre : null
}
