import { rejetImpliciteLe } from '#domain/dossier/delais'
import type { Etat } from '#domain/dossier/etat'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { compareJours, daysBetween, type Jour } from '#domain/temps/jour'

/** Older than this, in days, a deposit has had its accusé de réception from the portal: no mail leaves for it unless it is asked. */
export const JOURS_ANCIEN = 30

/** True for a deposit whose news is no news any more (docs/domaine.md § 9.2). */
export const estAncien = (deposeLe: Jour | null, today: Jour): boolean =>
  deposeLe !== null && daysBetween(deposeLe, today) > JOURS_ANCIEN

/** A deposit of a past year that silence has already answered: it was dealt with before this software held it. */
const estDuPasse = (deposeLe: Jour | null, today: Jour): boolean =>
  deposeLe !== null &&
  deposeLe.slice(0, 4) < today.slice(0, 4) &&
  compareJours(rejetImpliciteLe(deposeLe, []), today) < 0

/** Where a demande that we did not hold comes in. `reprise`: as history, for which no clock runs and no mail leaves by itself. */
export type Entree = { etat: Etat; reprise: boolean }

/**
 * What the portal says is over is over here too; of a past year, what it says is being examined is. Anything else is deposited, and of a past
 * year it is history: an officer closes it, or takes it up.
 */
export function entreeDe({ etat, sens, deposeLe }: DemandeLue, today: Jour): Entree {
  if (etat === 'BROUILLON') return { etat, reprise: false }
  if (sens === 'TERMINEE') return { etat: 'DECIDE_AILLEURS', reprise: true }
  const reprise = estDuPasse(deposeLe, today)
  return { etat: reprise && sens === 'EN_INSTRUCTION' ? 'EN_INSTRUCTION' : 'DEPOSE', reprise }
}
