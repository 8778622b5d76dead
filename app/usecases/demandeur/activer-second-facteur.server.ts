import type { Demandeur } from '#domain/acces/acteur'
import { lireCode, type RefusSecondFacteur } from '#domain/demandeur/second-facteur'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { limiteDesCodes } from '#infra/stores/demandeur/second-facteur'
import {
  chiffrerSecret,
  dechiffrerSecret,
  nouveauSecret,
  nouveauxSecours,
  pasDuCode,
} from '#infra/stores/demandeur/totp'

/** Draws the secret that a telephone is to hold. Nothing is asked at the sign-in before a code of it was given; asked again, it is another. */
export async function preparerSecondFacteur(
  { db }: Deps,
  { id: demandeurId }: Demandeur,
): Promise<Result<undefined, 'DEJA_ACTIF'>> {
  const secret = chiffrerSecret(nouveauSecret(), demandeurId)
  await db.secondFacteur.createMany({ data: { demandeurId, secret }, skipDuplicates: true })
  const { count } = await db.secondFacteur.updateMany({ where: { demandeurId, actifDepuis: null }, data: { secret } })
  return count === 1 ? ok() : no('DEJA_ACTIF')
}

/**
 * Puts the second factor in force once a code of the telephone was given, and gives the codes that serve once: kept by their hash, nothing can show them
 * again. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function activerSecondFacteur(
  { db, now }: Deps,
  demandeur: Demandeur,
  { code }: { code: string },
): Promise<Result<{ secours: string[] }, RefusSecondFacteur>> {
  const { id: demandeurId } = demandeur
  const le = now()
  const limite = limiteDesCodes(db, demandeurId, le)
  const attente = await limite.prendre()
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const prepare = await db.secondFacteur.findUnique({ where: { demandeurId } })
  if (prepare?.actifDepuis) return no('DEJA_ACTIF')
  const secret = prepare && dechiffrerSecret(prepare.secret, demandeurId)
  const { genre, texte } = lireCode(code)
  const pas = secret && genre === 'CODE' ? pasDuCode(secret, texte, le) : null
  if (!prepare || pas === null) return no('CODE_INCORRECT')
  const secours = nouveauxSecours()
  const active = await db.$transaction(async (tx) => {
    const { count } = await tx.secondFacteur.updateMany({
      where: { demandeurId, actifDepuis: null, secret: prepare.secret },
      data: { actifDepuis: le, dernierPas: pas, secours: secours.map(hashJeton) },
    })
    if (count === 0) return false
    await writeJournal(tx, demandeur, {
      ...{ acte: 'activerSecondFacteur', objet: 'demandeur', objetId: demandeurId, le },
    })
    return true
  })
  if (!active) return no('DEJA_ACTIF')
  await limite.oublier()
  return ok({ secours })
}
