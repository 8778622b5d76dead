import { estDecide, type Etat, ETATS } from '#domain/dossier/etat'

/** Where a dossier stands in what its structure is told: a vote is not told before it may be notified. */
export type EtatDit = Exclude<Etat, 'VOTE'>

/** One of them by its name; null for any other word. */
export const lireEtatDit = (lu: string): EtatDit | null =>
  ETATS.find((etat): etat is EtatDit => etat === lu && etat !== 'VOTE') ?? null

/** What was told of it by now: the request for compléments and the decision, each once its mail or its letter has gone. */
export type Dit = { complements: boolean; decision: boolean }

/** Said by nobody to the structure, since it was said elsewhere or by silence: it holds as soon as it is written down. */
const CONSTATS: readonly Etat[] = ['DECIDE_AILLEURS', 'REJET_IMPLICITE']

/**
 * What the structure of a dossier is told of its état: nothing before the mail that says it has left, so that no vote and no decision that can still be
 * taken back is read here first (docs/domaine.md § 8.1).
 */
export function etatDit(etat: Etat, { complements, decision }: Dit): EtatDit {
  if (etat === 'VOTE') return 'EN_INSTRUCTION'
  if (etat === 'INCOMPLET' && !complements) return 'DEPOSE'
  return estDecide(etat) && !decision && !CONSTATS.includes(etat) ? 'EN_INSTRUCTION' : etat
}

/** The structure has been told the end of it. */
export const estRendu = (etat: EtatDit): boolean => estDecide(etat)
