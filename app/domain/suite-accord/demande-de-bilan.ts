import { cleUnique } from '#domain/courriel/courriel'
import type { VerdictBilan } from '#domain/suite-accord/bilan-de-projet'
import { addDays, compareJours, type Jour } from '#domain/temps/jour'

/**
 * The mails that ask for a bilan: before its last day, and once that has passed without it; then what is to complete of it, and once that day has passed.
 */
export const GENRES_DEMANDE_BILAN = ['DEMANDE', 'RETARD', 'COMPLEMENT', 'RAPPEL'] as const
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
  verdict: VerdictBilan | null
  /** When its structure was told what is to complete, and told again; null when it was not. */
  complementLe: Date | null
  rappelLe: Date | null
}

/** True of the mails that say what is to complete of a bilan that came. */
export const ditUnComplement = (genre: GenreDemandeBilan): boolean => genre === 'COMPLEMENT' || genre === 'RAPPEL'

/** The last day of a bilan to complete: never sooner than it was, and as many days as the règlement leaves for what is missing of a dossier. */
export function limiteDuComplement(duLe: Jour, today: Jour, complementJours: number): Jour {
  const limite = addDays(today, complementJours)
  return compareJours(limite, duLe) > 0 ? limite : duLe
}

/**
 * The mail that this bilan calls for on this day (docs/domaine.md § 7.8, M12); null for none. Each leaves once; nobody is told that a bilan is late
 * who was not asked for it, and none is asked for once its last day has passed. What is to complete is reminded once its day has passed, to who was told.
 */
export function demandeDeBilanDue(bilan: BilanADemander, today: Jour): GenreDemandeBilan | null {
  const { prevenir, duLe, recuLe, demandeLe, relanceLe } = bilan
  const passe = compareJours(today, duLe) > 0
  if (bilan.verdict === 'A_COMPLETER')
    return passe && bilan.complementLe !== null && bilan.rappelLe === null ? 'RAPPEL' : null
  if (!prevenir || recuLe !== null) return null
  if (demandeLe === null)
    return !passe && compareJours(today, addDays(duLe, -JOURS_AVANT_BILAN)) >= 0 ? 'DEMANDE' : null
  return passe && relanceLe === null ? 'RETARD' : null
}

/** Names what a mail asks: one demand of each kind a bilan, and one for each time that it was found to complete. */
export const cleDeDemande = (bilanId: string, genre: GenreDemandeBilan, complementLe: Date | null): string =>
  cleUnique(
    'demande-bilan',
    ditUnComplement(genre) && complementLe ? `${bilanId}/${genre}/${complementLe.getTime()}` : `${bilanId}/${genre}`,
  )

/** The instant at which the bilan was found to complete that this key names; null for the key of another demand. */
export function examenDeLaCle(cle: string): Date | null {
  const instant = cle.split('/')[3] ?? ''
  return /^\d{1,15}$/.test(instant) ? new Date(Number(instant)) : null
}
