import { ETATS_DE_TRAVAIL, type EtatDeTravail } from '#domain/entretien/travaux'
import type { Db } from '#infra/db'
import type { Store } from '#infra/queue'
import { travauxGardes } from '#infra/stores/entretien/travaux'

/** Jobs shown of one queue in one state. */
const MONTRES = 20

const rang = ({ etat }: { etat: EtatDeTravail }) => ETATS_DE_TRAVAIL.indexOf(etat)

/**
 * What the queues of the application hold now, those that failed first, without what they work on, and when an agent had one done again; null where
 * they do not answer.
 */
export async function travauxEnFile({ db, store }: { db: Db; store: Store }) {
  const lus = await travauxGardes(store, MONTRES).catch(() => null)
  if (lus === null) return null
  const relances = await db.entreeJournal.findMany({
    where: { objet: 'travail', objetId: { in: lus.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { objetId: true, le: true },
  })
  const relanceLe = new Map(relances.map(({ objetId, le }) => [objetId, le]))
  return lus
    .map(({ charge: _charge, ...travail }) => ({ ...travail, relanceLe: relanceLe.get(travail.id) ?? null }))
    .sort((a, b) => rang(a) - rang(b) || b.depuis.getTime() - a.depuis.getTime())
}
