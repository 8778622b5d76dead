import type { BudgetLu } from '#domain/budget/budget'
import type { Attentes, Constat } from '#domain/budget/constat'
import { controler } from '#domain/budget/controles'
import { aFaireConstat, phraseConstat } from '#libelles/budget/constat-budget'

/** A finding with its sentence, what is to be done about it, and the key that tells it from the others of its budget. */
export type ConstatDit = Pick<Constat, 'regle' | 'gravite' | 'cellule' | 'cas'> & {
  cle: string
  message: string
  aFaire: string
}

const dire = (constat: Constat): ConstatDit => ({
  cle: `budget/${constat.regle}/${constat.cas === 'AUTRE_DEMANDE' || constat.cas === 'MEME_FINANCEMENT' ? `${constat.numero}/` : ''}${constat.cellule ?? ''}`,
  regle: constat.regle,
  gravite: constat.gravite,
  cellule: constat.cellule,
  cas: constat.cas,
  message: phraseConstat(constat),
  aFaire: aFaireConstat(constat),
})

/** Judges a budget by the rules of docs/domaine.md § 4.3 and says what was found. */
export const constatsDits = (budget: BudgetLu, attentes: Attentes): ConstatDit[] =>
  controler(budget, attentes).map(dire)
