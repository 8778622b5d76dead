import type { Db } from '#infra/db'

/** The name a relay's connection bears in the database: it goes with the process, however the process ends. */
export const RELAIS = 'mcei-relais'

export type EtatRelais = {
  /** Relays connected to this database now. */
  relais: number
  /** Seconds since the oldest promise still to be carried fell due; 0 when there is none. */
  retard: number
}

/** Whether promises are being carried, as the database sees it. */
export async function etatDuRelais(db: Db): Promise<EtatRelais> {
  const [row] = await db.$queryRaw<EtatRelais[]>`
    SELECT
      (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = ${RELAIS}) AS relais,
      coalesce((SELECT extract(epoch FROM now() - min(run_at))::int FROM outbox_job
        WHERE published_at IS NULL AND run_at <= now()), 0) AS retard`
  return row ?? { relais: 0, retard: 0 }
}
