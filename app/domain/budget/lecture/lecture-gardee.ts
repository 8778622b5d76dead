import type { BudgetLu } from '#domain/budget/budget'
import { totauxDe } from '#domain/budget/totaux'

/** Raised when the reading of workbooks changes: what was read before is read again. */
export const SCHEMA_LECTURE = 3

/** What was read in a workbook, or why nobody can read it; `feuilles` when it is for an officer to say which of these budgets is that of the project. */
export type Lecture =
  { lisible: false; motif: string; feuilles?: readonly string[] } | { lisible: true; budget: BudgetLu }

/** The budgets of the workbook by their names, the one that was read first; none when there is nothing to choose. */
export function feuillesAChoisir(lecture: Lecture): readonly string[] {
  if (!lecture.lisible) return lecture.feuilles ?? []
  const autres = lecture.budget.remarques.find((remarque) => remarque.cas === 'AUTRES_BUDGETS')
  return autres ? [lecture.budget.feuille, ...autres.feuilles] : []
}

/** The pièces whose workbook is read: the budget of the project, and that of the structure when it is one (B18). */
export const CODES_BUDGET = ['BUDGET_PROJET', 'BUDGET_STRUCTURE_N'] as const

export const estUnBudget = (code: string | null): boolean => CODES_BUDGET.some((c) => c === code)

const enTexte = (_: string, valeur: unknown) => (typeof valeur === 'bigint' ? valeur.toString() : valeur)
const enMontant = (cle: string, valeur: unknown) =>
  cle.endsWith('Cents') && typeof valeur === 'string' ? BigInt(valeur) : valeur

/** A reading as a JSON column holds it: cents as digits, and the total of the charges beside, for the median of a campagne. */
export function lectureEnJson(lecture: Lecture): Record<string, unknown> {
  const charges = lecture.lisible ? { charges: totauxDe(lecture.budget).charges.toString() } : {}
  return { schema: SCHEMA_LECTURE, ...charges, ...(JSON.parse(JSON.stringify(lecture, enTexte)) as object) }
}

/** The part of a budget that tells who else gives. */
export type Financement = Pick<BudgetLu, 'cofinancements' | 'lignes'>

/** Reads that part as a query cuts it out of the column, in JSON. */
export const financementDeJson = (json: string): Financement => JSON.parse(json, enMontant) as Financement

/** Reads the column; null where nobody read the workbook yet, or by an older reading. */
export function lectureDeJson(json: unknown): Lecture | null {
  if (typeof json !== 'object' || json === null || !('schema' in json) || json.schema !== SCHEMA_LECTURE) return null
  const lue = JSON.parse(JSON.stringify(json), enMontant) as Lecture
  if (lue.lisible) return { lisible: true, budget: lue.budget }
  return { lisible: false, motif: lue.motif, ...(lue.feuilles && { feuilles: lue.feuilles }) }
}
