import { addDays, compareJours, type Jour } from '#domain/temps/jour'

/** The two mails that ask for a bilan: before its last day, and once that has passed without it. */
export const GENRES_DEMANDE_BILAN = ['DEMANDE', 'RETARD'] as const
export type GenreDemandeBilan = (typeof GENRES_DEMANDE_BILAN)[number]

/** Days before the last one from which a bilan is asked for. */
export const JOURS_AVANT_BILAN = 60

export type BilanADemander = {
  /** What was granted before this was asked for by a machine is asked for by officers. */
  prevenir: boolean
  duLe: Jour
  recuLe: Jour | null
  demandeLe: Date | null
  relanceLe: Date | null
}

/**
 * The mail that this bilan calls for on this day (docs/domaine.md § 7.8, M12); null for none. Each leaves once; nobody is told that a bilan is late
 * who was not asked for it, and none is asked for once its last day has passed.
 */
export function demandeDeBilanDue(bilan: BilanADemander, today: Jour): GenreDemandeBilan | null {
  const { prevenir, duLe, recuLe, demandeLe, relanceLe } = bilan
  if (!prevenir || recuLe !== null) return null
  const passe = compareJours(today, duLe) > 0
  if (demandeLe === null)
    return !passe && compareJours(today, addDays(duLe, -JOURS_AVANT_BILAN)) >= 0 ? 'DEMANDE' : null
  return passe && relanceLe === null ? 'RETARD' : null
}
