/**
 * The bounds past which the application is said to be unwell, and those after which what is only kept for a time is taken away. All of
 * them, and why.
 */

const MINUTE_S = 60
const DAY_MS = 86_400_000
const MO = 1024 * 1024

/** A promise that is due is carried within two seconds: after a minute, nobody carries. */
export const RETARD_PROMESSE_S = MINUTE_S

/**
 * A mail leaves within seconds of its hour. The largest batch (5,000 decisions, a few a second) is gone in ten minutes: one that has waited
 * longer is held up by the server, the queue or us.
 */
export const RETARD_COURRIEL_S = 10 * MINUTE_S

/**
 * A repeated job that has not succeeded for this long, in seconds, is one that no longer runs. One missed turn, and a quarter of an hour for those
 * before it in the queue (the check of the counts reads every table), are no fault.
 */
export const retardPlanifie = (periodeMs: number): number => (2 * periodeMs) / 1_000 + 15 * MINUTE_S

/** Bytes that must stay free where the data is: an import of the largest size, and room for the database to go on writing. */
export const DISQUE_LIBRE_MIN = 512 * MO

/** A file half written for a day, in ms, is one whose writing was cut: no upload and no workbook takes that long. */
export const MORCEAU_MS = DAY_MS

/** A file that nothing names, in ms: its act was cut between the file and the row. Two days, so that no weekend's start is taken for it. */
export const ORPHELIN_MS = 2 * DAY_MS

/** The archive of an import that ended, in ms: its pièces are kept one by one, and a month is enough to look at what went wrong. */
export const ARCHIVE_MS = 30 * DAY_MS

/** A drawn page or a cleaned mail, in ms: it is drawn again when somebody looks, and nobody looks at most of them twice. */
export const APERCU_MS = 30 * DAY_MS
