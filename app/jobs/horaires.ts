import {
  balayageDesFichiers,
  purgeDesPerimes,
  reexamenDesRecevabilites,
  resserrementDesComptes,
  verificationDesComptes,
  reexamenDesPieces,
  rappelDesDeverrouillages,
  fermetureDesDeverrouillages,
  relectureDesBudgets,
  repriseDesAnalyses,
  repriseDesTravaux,
} from '#jobs/catalogue'
import { rappelDesDemandes } from '#jobs/demandeur'
import { repriseDesEnvois } from '#jobs/envois'
import { rappelDesAvis, suiviDesBilans, suiviDesComplements } from '#jobs/suites'
import { resumeDesNouvelles } from '#jobs/nouvelles'
import type { TravailRepete } from '#domain/entretien/travaux'
import type { JobContract } from '#jobs/contract'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A job that finds its own work, and when it runs: every so many ms, or at an hour (cron). */
type Repeated = { job: JobContract<TravailRepete, Record<string, never>> } & (
  { every: number; pattern?: undefined; tz?: undefined } | { every?: undefined; pattern: string; tz: string }
)

/** What runs by itself, and how often. */
export const REPEATED: readonly Repeated[] = [
  { job: fermetureDesDeverrouillages, every: MINUTE },
  { job: rappelDesDeverrouillages, every: 15 * MINUTE },
  { job: rappelDesDemandes, every: 15 * MINUTE },
  { job: suiviDesComplements, every: 10 * MINUTE },
  { job: suiviDesBilans, every: 30 * MINUTE },
  { job: rappelDesAvis, every: 30 * MINUTE },
  { job: repriseDesTravaux, every: 5 * MINUTE },
  { job: repriseDesEnvois, every: MINUTE },
  { job: repriseDesAnalyses, every: 5 * MINUTE },
  { job: reexamenDesPieces, every: 15 * MINUTE },
  { job: relectureDesBudgets, every: 5 * MINUTE },
  { job: purgeDesPerimes, every: HOUR },
  { job: reexamenDesRecevabilites, every: HOUR },
  { job: resserrementDesComptes, every: MINUTE },
  { job: verificationDesComptes, pattern: '30 3 * * *', tz: 'Europe/Paris' },
  { job: balayageDesFichiers, pattern: '0 4 * * *', tz: 'Europe/Paris' },
  { job: resumeDesNouvelles, pattern: '30 7 * * *', tz: 'Europe/Paris' },
]

/** How much time passes between two runs, in ms; what has an hour runs once a day. */
export const periodeDe = ({ every = DAY }: Pick<Repeated, 'every'>): number => every
