import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { hashMotDePasse, type RefusMotDePasse, refusDuMotDePasse } from '#infra/mot-de-passe'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { aSecondFacteur } from '#infra/stores/demandeur/second-facteur'
import type { Entree } from '#domain/demandeur/second-facteur'

/**
 * The demandeur of a link chooses a password. The link serves once; whoever had signed in with the password before is
 * out. A mail is not a second factor: where there is one, a code is still to be given.
 */
export async function choisirMotDePasse(
  { db, now }: Deps,
  { jeton, motDePasse }: { jeton: string; motDePasse: string },
): Promise<Result<Entree, RefusMotDePasse | 'LIEN_INCONNU'>> {
  const activation = hashJeton(jeton)
  const connu = await db.demandeur.findUnique({ where: { activation } })
  if (!connu?.actif) return no('LIEN_INCONNU')
  const refus = await refusDuMotDePasse(motDePasse, connu)
  if (refus) return no(refus)
  const hash = await hashMotDePasse(motDePasse)

  return db.$transaction(async (tx) => {
    const le = now()
    const [demandeur] = await tx.demandeur.updateManyAndReturn({
      where: { activation, activationExpireLe: { gt: le }, actif: true },
      data: { motDePasse: hash, activation: null, activationExpireLe: null },
    })
    if (!demandeur) return no('LIEN_INCONNU')
    const { id: demandeurId } = demandeur
    await tx.sessionDemandeur.deleteMany({ where: { demandeurId } })
    await tx.etapeDeConnexion.deleteMany({ where: { demandeurId } })
    await writeJournal(tx, demandeurDe(demandeur), {
      ...{ acte: 'choisirMotDePasse', objet: 'demandeur', objetId: demandeurId, le },
    })
    return ok({ demandeurId, secondFacteur: await aSecondFacteur(tx, demandeurId) })
  })
}
