import { type CeQuiAChange, ceQuiAChange } from '#domain/demande-en-ligne/changement-de-reglement'
import { estAdmis, lireGenre } from '#domain/structure/genre'
import type { Db, Tx } from '#infra/db'
import { exigencesEnVigueur, lignesDuGenre } from '#infra/stores/campagne/exigences'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { selonLeCas } from '#infra/stores/demande-en-ligne/attendues'
import { type DemandeATenir, reponsesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'

/**
 * What changed of the règlement since this demande was ticked as read by who fills it in, or begun, and which of its answers that touches. Null for
 * nothing, and once it is deposited: it was under the règlement of that day.
 */
export async function changementsDe(db: Db | Tx, lue: DemandeATenir, now: Date): Promise<CeQuiAChange | null> {
  if (lue.deposeeLe) return null
  const { campagneId, structure, pieces } = lue
  const depuis = lue.reglementLuLe ?? lue.creeeLe
  const changements = await db.changementDeReglement.findMany({
    where: { campagneId, le: { gt: depuis } },
    orderBy: { le: 'asc' },
  })
  if (changements.length === 0) return null
  const lignesLe = async (le?: Date) => lignesDuGenre(db, await exigencesEnVigueur(db, campagneId, le), structure.genre)
  const versions = await Promise.all([lignesLe(depuis), lignesLe()])
  const [avant = [], apres = []] = (await selonLeCas(db, lue, versions))(lue, now)
  const genre = lireGenre(structure.genre)
  const admis = genre === null || estAdmis(genre, reglementDe(lue.campagne).reglages.genresEligibles)
  return ceQuiAChange(changements, reponsesDe(lue), {
    ...{ avant, apres, donnees: pieces.map(({ code }) => code), exclu: admis ? null : genre },
  })
}
