import { retardPlanifie } from '#domain/entretien/bornes'
import type { TravailRepete } from '#domain/entretien/travaux'
import type { Db } from '#infra/db'
import { RELAIS } from '#infra/relais'
import { periodeDe, REPEATED } from '#jobs/horaires'

const NOMS: string[] = REPEATED.map(({ job }) => job.name)

/** Writes that a repeated job has just run to its end; another job is not written. */
export async function noterExecution(db: Db, nom: string, le: Date): Promise<void> {
  if (!NOMS.includes(nom)) return
  await db.execution.upsert({ where: { nom }, create: { nom, reussieLe: le }, update: { reussieLe: le } })
}

export type EtatPlanifie = {
  nom: TravailRepete
  /** When it last ran to its end; null when it never did. */
  reussieLe: Date | null
  /** Seconds without a success, counted from the last one or from the start of the workers, whichever came later. */
  retard: number
  /** Past so many, it no longer runs. */
  borne: number
}

/**
 * What became of each repeated job. A stop of the whole application is no delay: a job has its whole bound from the moment when the oldest
 * relay that now lives was started.
 */
export async function etatDesPlanifies(db: Db, now: Date): Promise<EtatPlanifie[]> {
  const lus = await db.$queryRaw<{ nom: string; reussieLe: Date | null; depuis: Date | null }[]>`
    SELECT n.nom, e.reussie_le AS "reussieLe", d.depuis
    FROM unnest(${NOMS}::text[]) AS n(nom) LEFT JOIN execution e ON e.nom = n.nom
    CROSS JOIN (SELECT min(backend_start) AS depuis FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = ${RELAIS}) d`
  const parNom = new Map(lus.map((lu) => [lu.nom, lu]))
  return REPEATED.map(({ job, ...quand }) => {
    const { reussieLe = null, depuis = null } = parNom.get(job.name) ?? {}
    // Without a relay nothing runs, and that is what is said.
    const compteDe = depuis === null ? now : new Date(Math.max(depuis.getTime(), reussieLe?.getTime() ?? 0))
    const retard = Math.max(0, Math.floor((now.getTime() - compteDe.getTime()) / 1_000))
    return { nom: job.name, reussieLe, retard, borne: retardPlanifie(periodeDe(quand)) }
  })
}
