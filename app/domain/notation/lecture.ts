import { estArrete, type Etat } from '#domain/dossier/etat'
import { type CritereDeNotation, pointsSaisis } from '#domain/notation/critere'
import { peutProposer } from '#domain/proposition/proposition'
import { no, ok, type Result } from '#domain/result'

/** Why these points: fewer characters than this say nothing. */
export const JUSTIFICATION_MIN = 10
export const JUSTIFICATION_MAX = 2_000

/** What a reader gave on one critère, with the words and the maximum it was given on; `points` is null while nothing is given. */
export type Note = {
  critereId: string
  libelle: string
  aide: string
  maximum: number
  points: number | null
  justification: string
}

/** As it is typed; `version` is that of the critère whose words were on the page. */
export type NoteSaisie = { critereId: string; version: number; points: string; justification: string }

type Offert = Omit<CritereDeNotation, 'archive'> & { version: number }

export type RefusLecture =
  | 'PAS_EN_INSTRUCTION'
  | 'DECISION_DEJA_PRISE'
  | 'GRILLE_VIDE'
  | 'GRILLE_CHANGEE'
  | 'POINTS_ILLISIBLES'
  | 'POINTS_MANQUANTS'
  | 'JUSTIFICATION_TROP_COURTE'
  | 'JUSTIFICATION_TROP_LONGUE'
  | 'DEJA_RENDUE'
  | 'RIEN_A_CHANGER'

/** Why a dossier in this state is not read with the grille; null where it may be. Once it is decided, its lectures do not change any more. */
export const empechementDeLire = (etat: Etat): RefusLecture | null =>
  estArrete(etat) ? 'DECISION_DEJA_PRISE' : peutProposer(etat) ? null : 'PAS_EN_INSTRUCTION'

function lireNote(
  { id, libelle, aide, maximum, version }: Offert,
  saisie: NoteSaisie | undefined,
  rendre: boolean,
): Result<Note, RefusLecture> {
  if (saisie?.version !== version) return no('GRILLE_CHANGEE')
  const points = pointsSaisis(saisie.points, maximum)
  if (points === null && saisie.points.trim() !== '') return no('POINTS_ILLISIBLES', libelle)
  if (points === null && rendre) return no('POINTS_MANQUANTS', libelle)
  const justification = saisie.justification.trim()
  if (justification.length > JUSTIFICATION_MAX) return no('JUSTIFICATION_TROP_LONGUE', libelle)
  if (rendre && justification.length < JUSTIFICATION_MIN) return no('JUSTIFICATION_TROP_COURTE', libelle)
  return ok({ critereId: id, libelle, aide, maximum, points, justification })
}

/**
 * Reads a lecture on the critères that are offered, in their order. Rendered, each has its points and its justification; kept, it may miss some. It is
 * read on the words that its reader had before them, or refused. `detail` is the critère that stops it.
 */
export function lireLecture(
  offerts: readonly Offert[],
  saisies: readonly NoteSaisie[],
  rendre: boolean,
): Result<Note[], RefusLecture> {
  if (offerts.length === 0) return no('GRILLE_VIDE')
  if (saisies.length !== offerts.length) return no('GRILLE_CHANGEE')
  const notes: Note[] = []
  for (const offert of offerts) {
    const lue = lireNote(offert, saisies.find(({ critereId }) => critereId === offert.id), rendre) // prettier-ignore
    if (!lue.ok) return lue
    notes.push(lue.value)
  }
  return ok(notes)
}

/** Are these the same points and the same words? */
export const memesNotes = (unes: readonly Note[], autres: readonly Note[]): boolean =>
  unes.length === autres.length &&
  unes.every((une, rang) => {
    const autre = autres[rang]
    return (
      autre !== undefined &&
      une.critereId === autre.critereId &&
      une.libelle === autre.libelle &&
      une.aide === autre.aide &&
      une.maximum === autre.maximum &&
      une.points === autre.points &&
      une.justification === autre.justification
    )
  })

/** Sum of the points given, and of the maxima they were given on, in whole points. */
export type Total = { points: number; maximum: number }

export const totalDe = (notes: readonly Note[]): Total =>
  notes.reduce((lu, { points, maximum }) => ({ points: lu.points + (points ?? 0), maximum: lu.maximum + maximum }), { points: 0, maximum: 0 }) // prettier-ignore

/** A total brought to 20, in hundredths of a point: 1 450 is 14,50. */
export const surVingt = ({ points, maximum }: Total): number =>
  maximum === 0 ? 0 : Math.round((2_000 * points) / maximum)

/** The mean of the rendered lectures of a dossier, in hundredths of a point of 20; null where none is: never taken for zero. It decides nothing. */
export const scoreDe = (totaux: readonly Total[]): number | null =>
  totaux.length === 0 ? null : Math.round(totaux.reduce((lu, un) => lu + surVingt(un), 0) / totaux.length)

/**
 * Who reads what others gave: whoever rendered their own lecture, so that lectures are independent; whoever decides; and anybody who reads the dossier
 * once it is decided.
 */
export const voitLesAutres = (lu: { rendue: boolean; decide: boolean; etat: Etat }): boolean =>
  lu.rendue || lu.decide || estArrete(lu.etat)

/** One line of the comparison: the points of each lecture in their order, null where it was not read on these words. */
export type LigneComparee = Pick<Note, 'libelle' | 'aide' | 'maximum'> & {
  cle: string
  points: (number | null)[]
  /** Between the highest and the lowest; null for fewer than two. */
  ecart: number | null
  /** A third of the maximum, or more. */
  marque: boolean
}

/** Lectures beside each other, critère by critère; one that was worded again between them is a line for each of its words. */
export function comparer(lectures: readonly (readonly Note[])[]): LigneComparee[] {
  const cleDe = ({ critereId, libelle, aide, maximum }: Note) => JSON.stringify([critereId, libelle, aide, maximum])
  const parCle = new Map(lectures.flatMap((notes) => notes.map((note) => [cleDe(note), note] as const)))
  return [...parCle].map(([cle, { libelle, aide, maximum }]) => {
    const points = lectures.map((notes) => notes.find((note) => cleDe(note) === cle)?.points ?? null)
    const donnes = points.filter((un) => un !== null)
    const ecart = donnes.length < 2 ? null : Math.max(...donnes) - Math.min(...donnes)
    return { cle, libelle, aide, maximum, points, ecart, marque: ecart !== null && ecart * 3 >= maximum }
  })
}
