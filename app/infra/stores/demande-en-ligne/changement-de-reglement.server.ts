import { type CeQuiAChange, ceQuiAChange } from '#domain/demande-en-ligne/changement-de-reglement'
import { exigees } from '#domain/campagne/exigence'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import type { Db, Tx } from '#infra/db'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { type DemandeATenir, reponsesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'

type Lue = Pick<
  DemandeATenir,
  'campagneId' | 'creeeLe' | 'deposeeLe' | 'reglementLuLe' | 'structure' | 'reponses' | 'id'
>

/** What a version of the matrix asks of a genre, whatever is answered. */
async function exigeesDe(db: Db | Tx, exigencesId: string | null, genre: string | null) {
  if (exigencesId === null || genre === null) return []
  const lignes = await db.pieceAttendue.findMany({ where: { exigencesId, genre }, orderBy: { rang: 'asc' } })
  return exigees(lignes, CONTEXTE_INCONNU)
}

/**
 * What changed of the règlement since this demande was ticked as read by who fills it in, or begun, and which of its answers that touches. Null for
 * nothing, and once it is deposited: it was under the règlement of that day.
 */
export async function changementsDe(db: Db | Tx, lue: Lue): Promise<CeQuiAChange | null> {
  if (lue.deposeeLe) return null
  const { campagneId, structure } = lue
  const depuis = lue.reglementLuLe ?? lue.creeeLe
  const changements = await db.changementDeReglement.findMany({
    where: { campagneId, le: { gt: depuis } },
    orderBy: { le: 'asc' },
  })
  if (changements.length === 0) return null
  const [avant, apres] = await Promise.all([
    exigencesEnVigueur(db, campagneId, depuis).then((id) => exigeesDe(db, id, structure.genre)),
    exigencesEnVigueur(db, campagneId).then((id) => exigeesDe(db, id, structure.genre)),
  ])
  return ceQuiAChange(changements, reponsesDe(lue), { avant, apres })
}
