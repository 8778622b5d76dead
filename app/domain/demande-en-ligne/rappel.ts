import { type CampagneAnnoncee, momentDeCampagne, prendDesFiches } from '#domain/campagne/annonce'
import { finDeJournee, jourDeParis } from '#domain/temps/jour'

const JOUR_MS = 86_400_000

/** How long before the end of the last day a draft is reminded of, the nearest first (docs/domaine.md § 1.1: nothing is asked before it is deposited). */
export const RAPPELS = [
  { rappel: 'VINGT_QUATRE_HEURES', avantMs: JOUR_MS },
  { rappel: 'DEUX_JOURS', avantMs: 2 * JOUR_MS },
  { rappel: 'SEPT_JOURS', avantMs: 7 * JOUR_MS },
] as const
export type Rappel = (typeof RAPPELS)[number]['rappel']

/** Days after which no campagne is near its end: what is looked at by a rappel lies within. */
export const JOURS_AVANT_RAPPEL = 8

type ARappeler = { campagne: CampagneAnnoncee; creeeLe: Date; deposeeLe: Date | null; rappels: readonly string[] }

/**
 * The reminder that is due now; null for none. Only the nearest one: those that a stopped machine let pass are not said late. A demande begun after
 * the instant of a reminder is not told of it, since who began it knows the date.
 */
export function rappelDu({ campagne, creeeLe, deposeeLe, rappels }: ARappeler, now: Date): Rappel | null {
  if (deposeeLe || !prendDesFiches(momentDeCampagne(campagne, jourDeParis(now)))) return null
  const fin = finDeJournee(campagne.echeanceDepot).getTime()
  const atteint = RAPPELS.find(({ avantMs }) => now.getTime() >= fin - avantMs)
  if (!atteint || creeeLe.getTime() > fin - atteint.avantMs || rappels.includes(atteint.rappel)) return null
  return atteint.rappel
}
