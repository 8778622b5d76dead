import { SYSTEME } from '#domain/acces/acteur'
import { ETATS_D_AVIS, JOURS_AVANT_RAPPEL, rappelDAvisDu } from '#domain/avis-expert/avis-expert'
import { departDeRelance } from '#domain/complement/relance'
import { addDays, jourDeParis, toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { avisParId } from '#infra/stores/avis-expert/avis-expert'
import { ecrireALExpert } from '#usecases/avis-expert/ecrire-a-l-expert'

/** Requests looked at in one call; the next one takes the rest. */
const LIMITE = 500

/** Asks again, once, for the avis that did not come and whose last day is near, one per transaction. Finds its own work; a second run finds none. */
export async function rappelerAvisExperts(deps: Deps): Promise<{ rappels: number }> {
  const today = jourDeParis(deps.now())
  const trouves = await deps.db.avisDExpert.findMany({
    where: {
      ...{ rappeleLe: null, revoqueLe: null, renduLe: null },
      jusquAu: { gte: toDate(today), lte: toDate(addDays(today, JOURS_AVANT_RAPPEL)) },
      dossier: { etat: { in: [...ETATS_D_AVIS] } },
    },
    select: { id: true },
    orderBy: [{ jusquAu: 'asc' }, { id: 'asc' }],
    take: LIMITE,
  })
  let rappels = 0
  for (const { id } of trouves) if (await recommencer(() => rappelerUn(deps, id))) rappels += 1
  return { rappels }
}

/** False where it was answered, taken back or asked again since. */
const rappelerUn = ({ db, now }: Deps, id: string): Promise<boolean> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM avis_d_expert WHERE id = ${id}::uuid FOR UPDATE`
    const le = now()
    const avis = await avisParId(tx, id)
    if (!avis || !rappelDAvisDu(avis, jourDeParis(le))) return false
    await tx.avisDExpert.update({ where: { id }, data: { rappeleLe: le }, select: { id: true } })
    await ecrireALExpert(tx, SYSTEME, avis, { genre: 'RAPPEL', le, partirLe: departDeRelance(le) })
    await writeJournal(tx, SYSTEME, {
      ...{ acte: 'rappelerAvisExpert', objet: 'dossier', objetId: avis.dossierId, le },
      detail: { expert: `${avis.prenom} ${avis.nom}`, jusquAu: avis.jusquAu },
    })
    return true
  })
