import { numeroDeDeliberation, type RefusExecutoire, rendreExecutoire } from '#domain/seance/deliberation'
import type { Jour } from '#domain/temps/jour'

/** The columns of a file of acknowledgements, known by their names, in any order. */
export type ColonneDAccuses = 'numero' | 'date'

/** One row of it; what cannot be read is null. */
export type LigneDAccuse = {
  /** The row, as the spreadsheet numbers it. */
  rang: number
  /** As it is written; '' where the cell is empty. */
  numero: string
  deliberation: { annee: number; rang: number } | null
  /** The day on which the préfecture received it. */
  recueLe: Jour | null
  /** The cell of its day is empty: the préfecture has not acknowledged it. */
  enAttente: boolean
}

/** A délibération that the file names, as it is now, with its séance at the version that is shown. */
export type DeliberationNommee = {
  numero: string
  le: Jour
  executoireLe: Jour | null
  seance: { id: string; version: number; jour: Jour; intitule: string }
}

export type RefusDAccuse =
  | Exclude<RefusExecutoire, 'PAS_DELIBEREE'>
  | 'NUMERO_ILLISIBLE'
  | 'INCONNUE'
  | 'EN_ATTENTE'
  | 'DATE_ILLISIBLE'
  | 'LIGNES_DIFFERENTES'
  | 'DEJA_CE_JOUR'
  | 'EN_DOUBLE'

/** What comes of one row: a day to write, or why there is none. */
export type AccuseJuge = Pick<LigneDAccuse, 'rang' | 'numero'> &
  (
    | { refus: null; deliberation: DeliberationNommee; recueLe: Jour }
    | { refus: RefusDAccuse; deliberation: DeliberationNommee | null; recueLe: Jour | null }
  )

const numeroLu = ({ deliberation }: LigneDAccuse): string | null =>
  deliberation && numeroDeDeliberation(deliberation.annee, deliberation.rang)

/** The délibérations of which the file says two days: a day that cannot be read is another than one that can. */
function contredites(lues: readonly LigneDAccuse[]): ReadonlySet<string> {
  const jours = new Map<string, Jour | null>()
  const deux = new Set<string>()
  for (const lue of lues) {
    const numero = numeroLu(lue)
    if (numero === null || lue.enAttente) continue
    if (jours.has(numero) && jours.get(numero) !== lue.recueLe) deux.add(numero)
    jours.set(numero, lue.recueLe)
  }
  return deux
}

type Autour = {
  parNumero: ReadonlyMap<string, DeliberationNommee>
  contredites: ReadonlySet<string>
  dejaLues: Set<string>
  today: Jour
}

function jugerLigne(lue: LigneDAccuse, { parNumero, contredites: deux, dejaLues, today }: Autour): AccuseJuge {
  const { rang, numero, recueLe, enAttente } = lue
  const nomme = numeroLu(lue)
  const deliberation = (nomme !== null && parNumero.get(nomme)) || null
  const laisser = (refus: RefusDAccuse): AccuseJuge => ({ rang, numero, deliberation, recueLe, refus })
  if (nomme === null) return laisser('NUMERO_ILLISIBLE')
  if (!deliberation) return laisser('INCONNUE')
  if (enAttente) return laisser('EN_ATTENTE')
  if (recueLe === null) return laisser('DATE_ILLISIBLE')
  if (deux.has(nomme)) return laisser('LIGNES_DIFFERENTES')
  if (deliberation.executoireLe === recueLe) return laisser('DEJA_CE_JOUR')
  if (dejaLues.has(nomme)) return laisser('EN_DOUBLE')
  dejaLues.add(nomme)
  const answer = rendreExecutoire(deliberation, recueLe, today)
  if (!answer.ok && answer.reason !== 'PAS_DELIBEREE') return laisser(answer.reason)
  return { rang, numero, deliberation, recueLe, refus: null }
}

/**
 * What a file of acknowledgements of the préfecture asks, row by row: nothing is written yet, and each day is judged again by its own rule.
 * `parNumero` are the délibérations it names.
 */
export function jugerAccuses(
  lues: readonly LigneDAccuse[],
  parNumero: ReadonlyMap<string, DeliberationNommee>,
  today: Jour,
): AccuseJuge[] {
  const autour = { parNumero, contredites: contredites(lues), dejaLues: new Set<string>(), today }
  return lues.map((lue) => jugerLigne(lue, autour))
}
