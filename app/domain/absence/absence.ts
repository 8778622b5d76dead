import { no, ok, type Result } from '#domain/result'
import { compareJours, daysBetween, type Jour } from '#domain/temps/jour'

/** Days of one absence: longer, the dossiers are given to somebody. */
export const JOURS_ABSENCE_MAX = 366

/** Whole days of Paris, the first and the last one included. */
export type Periode = { du: Jour; au: Jour }

export type RefusAbsence =
  | 'FIN_AVANT_DEBUT'
  | 'DEJA_PASSEE'
  | 'ABSENCE_TROP_LONGUE'
  | 'SOI_MEME'
  | 'REMPLACANT_INCONNU'
  | 'REMPLACANT_ABSENT'
  | 'DEJA_ABSENT'

/** Have these a day in common? */
const seChevauchent = (une: Periode, autre: Periode): boolean =>
  compareJours(une.du, autre.au) <= 0 && compareJours(autre.du, une.au) <= 0

export type AbsenceADire = Periode & {
  agentId: string
  remplacantId: string
  today: Jour
  /** The account of who stands in is open, and may instruct. */
  remplacantPeutSuivre: boolean
  /** What was said already of the one who goes, and of the one who stands in. */
  siennes: readonly Periode[]
  duRemplacant: readonly Periode[]
}

/** An officer is away from one day to another, and a colleague who is there stands in. */
export function direAbsence({ agentId, remplacantId, today, ...vu }: AbsenceADire): Result<Periode, RefusAbsence> {
  const { du, au } = vu
  if (compareJours(au, du) < 0) return no('FIN_AVANT_DEBUT')
  if (compareJours(au, today) < 0) return no('DEJA_PASSEE')
  if (daysBetween(du, au) >= JOURS_ABSENCE_MAX) return no('ABSENCE_TROP_LONGUE')
  if (agentId === remplacantId) return no('SOI_MEME')
  if (!vu.remplacantPeutSuivre) return no('REMPLACANT_INCONNU')
  const touche = (autre: Periode) => seChevauchent({ du, au }, autre)
  if (vu.siennes.some(touche)) return no('DEJA_ABSENT')
  return vu.duRemplacant.some(touche) ? no('REMPLACANT_ABSENT') : ok({ du, au })
}

/** Ends an absence, or gives it up before it begins. */
export const terminerAbsence = (
  { au, terminee }: { au: Jour; terminee: boolean },
  today: Jour,
): Result<undefined, 'DEJA_FINIE'> => (terminee || compareJours(au, today) < 0 ? no('DEJA_FINIE') : ok())
