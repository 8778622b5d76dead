import type { Db } from '#infra/db'
import { pingStore, type Store } from '#infra/queue'
import { etatDuRelais } from '#infra/relais'

export type EtatDeSante = { pret: true } | { pret: false; motif: string }

type Deps = { db: Db; store: Store }

/** Past this many seconds a promise that is due is one that nobody carries. */
const RETARD_MAX = 60

/** How long a part may take to answer, in ms. */
const DELAI = 5_000

async function answers<T>(work: Promise<T>): Promise<{ ok: true; value: T } | { ok: false }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ ok: false }>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false }), DELAI)
  })
  const answer = work.then(
    (value) => ({ ok: true, value }) as const,
    () => ({ ok: false }) as const,
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

const no = (motif: string): EtatDeSante => ({ pret: false, motif })

/** Whether the application can do its work: the database and the queue answer, and a relay carries what acts promise. */
export async function etatDeSante({ db, store }: Deps): Promise<EtatDeSante> {
  const [base, queue] = await Promise.all([answers(etatDuRelais(db)), answers(pingStore(store))])
  if (!base.ok) return no('La base de données ne répond pas.')
  if (!queue.ok) return no('La file des travaux (Redis) ne répond pas.')
  const { relais, retard } = base.value
  if (relais === 0) return no('Le relais ne tourne pas\u00a0: les courriels et les rapports attendent.')
  if (retard > RETARD_MAX) return no(`Le relais est en retard\u00a0: un travail attend depuis ${retard}\u00a0secondes.`)
  return { pret: true }
}
