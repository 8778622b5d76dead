import { no, ok, type Result } from '#domain/result'
import { nettoyer, plier } from '#domain/texte'

/** Characters of the name of a critère, and of what says its 0 and its maximum. */
export const LIBELLE_CRITERE_MAX = 80
export const AIDE_CRITERE_MAX = 500

/** Whole points that one critère may give at most. */
export const POINTS_MAX = 100

/** Critères of one campagne that are offered to its readers. */
export const CRITERES_MAX = 20

/** One line of the grille de notation of a campagne; `maximum` is in whole points. */
export type CritereDeNotation = { id: string; libelle: string; aide: string; maximum: number; archive: boolean }

type Saisie = { libelle: string; aide: string; maximum: string }

export type RefusCritere =
  | 'LIBELLE_VIDE'
  | 'LIBELLE_TROP_LONG'
  | 'LIBELLE_DEJA_PRIS'
  | 'AIDE_VIDE'
  | 'AIDE_TROP_LONGUE'
  | 'MAXIMUM_ILLISIBLE'
  | 'TROP_DE_CRITERES'

const entier = (texte: string): number | null => (/^\d{1,3}$/.test(texte.trim()) ? Number(texte.trim()) : null)

/** Points as somebody types them, whole and within the maximum; null for anything else: halves are refused. */
export function pointsSaisis(texte: string, maximum: number): number | null {
  const points = entier(texte)
  return points === null || points > maximum ? null : points
}

/** Reads a critère as it is to be kept among the others of its campagne, those put away too: two do not differ by accents and capitals alone. */
export function lireCritere(
  { libelle: dit, aide: dite, maximum: saisi }: Saisie,
  autres: readonly Pick<CritereDeNotation, 'libelle'>[],
): Result<Pick<CritereDeNotation, 'libelle' | 'aide' | 'maximum'>, RefusCritere> {
  const libelle = nettoyer(dit)
  if (libelle === '') return no('LIBELLE_VIDE')
  if (libelle.length > LIBELLE_CRITERE_MAX) return no('LIBELLE_TROP_LONG')
  if (autres.some((autre) => plier(autre.libelle) === plier(libelle))) return no('LIBELLE_DEJA_PRIS')
  const aide = nettoyer(dite)
  if (aide === '') return no('AIDE_VIDE')
  if (aide.length > AIDE_CRITERE_MAX) return no('AIDE_TROP_LONGUE')
  const maximum = pointsSaisis(saisi, POINTS_MAX)
  return maximum ? ok({ libelle, aide, maximum }) : no('MAXIMUM_ILLISIBLE')
}

/** May one more be offered, beside those of the campagne that are? */
export const unCritereDePlus = (
  tous: readonly Pick<CritereDeNotation, 'archive'>[],
): Result<undefined, RefusCritere> =>
  tous.filter(({ archive }) => !archive).length < CRITERES_MAX ? ok() : no('TROP_DE_CRITERES')
