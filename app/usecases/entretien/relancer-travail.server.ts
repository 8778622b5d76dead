import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import type { Store } from '#infra/queue'
import { travailEnEchec } from '#infra/stores/entretien/travaux'
import { JOBS } from '#jobs/catalogue'
import type { JobContract } from '#jobs/contract'
import type { Prisma } from '#prisma'

/** `vu` is the instant of the failure that was on the screen. */
type Input = { queue: string; id: string; vu: string }

/** Any job, of which only what a promise needs is known. */
type Promis = JobContract<string, Prisma.InputJsonObject>

/**
 * Has a job that failed for good done again, by a new promise of the same work: what it did already is known to its rows, and not done twice. The
 * failure stays in its queue, with who had it done again. Throws Forbidden.
 */
export async function relancerTravail(
  { db, now, store }: Deps & { store: Store },
  agent: Agent,
  { queue, id, vu }: Input,
): Promise<Result<undefined, 'PAS_EN_ECHEC' | 'DEJA_RELANCE'>> {
  requireDroit(agent, 'files.voir')
  const travail = await travailEnEchec(store, queue, id)
  const contrat = JOBS.find(({ name }) => name === travail?.nom) as Promis | undefined
  if (!travail || !contrat || travail.depuis.toISOString() !== vu) return no('PAS_EN_ECHEC')

  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`travail ${id}`}, 0))::text`
    const le = now()
    if (await tx.entreeJournal.findFirst({ where: { objet: 'travail', objetId: id, le: { gte: travail.depuis } } }))
      return no('DEJA_RELANCE')
    await promiseJob(tx, contrat, contrat.payload.parse(travail.charge))
    const detail = { queue, nom: travail.nom, erreur: travail.erreur }
    await writeJournal(tx, agent, { acte: 'relancerTravail', objet: 'travail', objetId: id, detail, le })
    return ok()
  })
}
