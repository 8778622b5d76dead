import { SYSTEME } from '#domain/acces/acteur'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { cloreSaisie } from '#infra/stores/deverrouillage/modification'

/** Dossiers closed in one call; the next minute takes the rest. */
const LIMITE = 500

/** Closes each déverrouillage whose échéance has passed, at that échéance, one dossier per transaction, and gives how many. */
export async function refermerDeverrouillages(deps: Deps): Promise<{ refermes: number }> {
  const echus = await deps.db.deverrouillage.findMany({
    where: { refermeLe: null, echeance: { lte: deps.now() } },
    select: { id: true, dossierId: true },
    orderBy: { echeance: 'asc' },
    take: LIMITE,
  })
  let refermes = 0
  for (const echu of echus) if (await recommencer(() => refermerUn(deps, echu))) refermes += 1
  return { refermes }
}

/** False when somebody closed it meanwhile. */
async function refermerUn({ db, now }: Deps, { id, dossierId }: { id: string; dossierId: string }): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const dossier = await loadDossier(tx, dossierId)
    const echu = dossier.deverrouillages.find((d) => d.id === id && d.refermeLe === null)
    if (!echu) return false

    await claimVersion(tx, dossier)
    await tx.deverrouillage.update({ where: { id }, data: { refermeLe: echu.echeance, fermeture: 'ECHEANCE' } })
    const gardees = await cloreSaisie(tx, id)
    const detail = {
      deverrouillageId: id,
      sections: echu.sections,
      fermeture: 'ECHEANCE',
      modificationsGardees: gardees,
    }
    await writeJournal(tx, SYSTEME, {
      acte: 'refermerDeverrouillage',
      objet: 'dossier',
      objetId: dossierId,
      detail,
      le: now(),
    })
    return true
  })
}
