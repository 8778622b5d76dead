import type { Db } from '#infra/db'

/** The name a relay's connection bears in the database: it goes with the process, however the process ends. */
export const RELAIS = 'mcei-relais'

export type EtatRelais = {
  /** Relays connected to this database now. */
  relais: number
  /** Seconds since the oldest promise still to be carried fell due; 0 when there is none. */
  retard: number
  /** Seconds since the oldest mail that has not left should have; 0 when there is none. */
  retardCourriel: number
  /** Mails that wait for their turn: their receiving servers take no more at once. */
  aTour: number
}

/**
 * Whether promises are being carried, and mails leave, as the database sees it. A mail given up or held waits for an officer, and is late for
 * nobody; so is one that its own server put off, and one that waits for its turn.
 */
export async function etatDuRelais(db: Db): Promise<EtatRelais> {
  const [row] = await db.$queryRaw<EtatRelais[]>`
    SELECT
      (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = ${RELAIS}) AS relais,
      coalesce((SELECT extract(epoch FROM now() - min(run_at))::int FROM outbox_job
        WHERE published_at IS NULL AND run_at <= now()), 0) AS retard,
      coalesce((SELECT extract(epoch FROM now() - min(du_le))::int FROM courriel
        WHERE etat = 'A_ENVOYER' AND du_le <= now() AND cause IS DISTINCT FROM 'PLUS_TARD' AND attend_tour_depuis IS NULL), 0) AS "retardCourriel",
      (SELECT count(*)::int FROM courriel WHERE etat = 'A_ENVOYER' AND attend_tour_depuis IS NOT NULL) AS "aTour"`
  return row ?? { relais: 0, retard: 0, retardCourriel: 0, aTour: 0 }
}
