import { compter } from '#domain/nombre'
import type { Db } from '#infra/db'
import { withDeadline } from '#infra/delai'
import { pingStore, type Store } from '#infra/queue'
import { etatDuRelais } from '#infra/relais'

export type EtatDeSante = { pret: true } | { pret: false; motif: string }

/** Past this many seconds a promise that is due is one that nobody carries. */
const RETARD_MAX = 60

/** How long a part may take to answer, in ms. */
const DELAI = 5_000

const no = (motif: string): EtatDeSante => ({ pret: false, motif })

/** Whether the application can do its work: the database and the queue answer, and a relay carries what acts promise. */
export async function etatDeSante({ db, store }: { db: Db; store: Store }): Promise<EtatDeSante> {
  const [base, queue] = await Promise.allSettled([
    withDeadline(etatDuRelais(db), DELAI, 'database'),
    withDeadline(pingStore(store), DELAI, 'queue'),
  ])
  if (base.status === 'rejected') return no('La base de données ne répond pas.')
  if (queue.status === 'rejected') return no('La file des travaux (Redis) ne répond pas.')
  const { relais, retard } = base.value
  if (relais === 0) return no('Le relais ne tourne pas\u00a0: les courriels et les rapports attendent.')
  if (retard > RETARD_MAX)
    return no(`Le relais est en retard\u00a0: un travail attend depuis ${compter(retard, 'seconde')}.`)
  return { pret: true }
}
