import type { Demandeur } from '#domain/acces/acteur'
import { adresseOtp, base32, parQuatre } from '#domain/demandeur/second-facteur'
import type { Db } from '#infra/db'
import { carre } from '#infra/stores/demandeur/carre'
import { dechiffrerSecret } from '#infra/stores/demandeur/totp'

/** Where the second factor of this demandeur stands: none, one to confirm with its secret to copy, or in force. A secret in force is shown to nobody. */
export async function pageSecondFacteur(db: Db, { id: demandeurId, courriel }: Demandeur) {
  const lu = await db.secondFacteur.findUnique({ where: { demandeurId } })
  if (!lu) return { etat: 'AUCUN' as const }
  if (lu.actifDepuis) return { etat: 'ACTIF' as const, depuis: lu.actifDepuis, secours: lu.secours.length }
  const octets = dechiffrerSecret(lu.secret, demandeurId)
  if (!octets) return { etat: 'AUCUN' as const }
  const secret = base32(octets)
  return { etat: 'A_CONFIRMER' as const, secret: parQuatre(secret), carre: carre(adresseOtp({ courriel, secret })) }
}
