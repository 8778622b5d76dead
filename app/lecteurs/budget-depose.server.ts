import type { BudgetLu } from '#domain/budget/budget'
import type { Attentes } from '#domain/budget/constat'
import type { Lecture } from '#domain/budget/lecture/lecture-gardee'
import { enEuros } from '#domain/budget/montant'
import { totauxDe, type Totaux } from '#domain/budget/totaux'
import { citer } from '#fichiers/type/refus'
import { convertirClasseur } from '#lecteurs/conversion'
import { lire } from '#lecteurs/lecteurs'
import { phraseRemarque, PHRASE_SANS_BUDGET } from '#libelles/budget/budget'
import { constatsDits, type ConstatDit } from '#libelles/budget/constats-dits'

export type BudgetControle =
  { lisible: false; motif: string } | { lisible: true; budget: BudgetLu; totaux: Totaux; constats: ConstatDit[] }

/** A workbook: its bytes, its name, and the sheet an officer said holds the budget, null when nobody was asked. */
export type ClasseurDeBudget = { contenu: Buffer; nom: string; feuille: string | null }

/** What is read of a workbook by another process; one that ends it is a refusal with its sentence. */
export async function lireClasseurDeBudget(
  classeur: ClasseurDeBudget,
): Promise<{ lecture: Lecture; convertible: 'xls' | 'ods' | null }> {
  const lue = await lire('budget', classeur)
  return lue.ok ? lue.value : { lecture: { lisible: false, motif: lue.detail ?? lue.reason }, convertible: null }
}

/**
 * Reads a deposited budget, which may be of an older format: LibreOffice turns it into an .xlsx where this machine has it, and the
 * reading says so; else the refusal that the reading gives stands.
 */
export async function lireBudgetDepose(classeur: ClasseurDeBudget): Promise<Lecture> {
  const { contenu, nom } = classeur
  const { lecture, convertible: format } = await lireClasseurDeBudget(classeur)
  if (!format) return lecture
  const converti = await convertirClasseur(contenu, format)
  if (!converti.ok) {
    if (converti.reason === 'ABSENT') return lecture
    return { lisible: false, motif: `Le fichier ${citer(nom)} ${PHRASE_SANS_BUDGET.CONVERSION_IMPOSSIBLE}` }
  }
  const relu = await lireClasseurDeBudget({ ...classeur, contenu: converti.value })
  if (!relu.lecture.lisible) return relu.lecture
  const { budget } = relu.lecture
  return {
    lisible: true,
    budget: { ...budget, remarques: [...budget.remarques, { cas: 'CONVERTI' as const, format }] },
  }
}

/** Reads a budget and judges it by the rules of docs/domaine.md § 4.3. Without an asked amount, the one the workbook gives is used. */
export async function controlerBudget(
  contenu: Buffer,
  nom: string,
  { feuille = null, ...attentes }: Attentes & { feuille?: string | null } = {},
): Promise<BudgetControle> {
  const { lecture } = await lireClasseurDeBudget({ contenu, nom, feuille })
  if (!lecture.lisible) return lecture
  const constats = constatsDits(lecture.budget, attentes)
  return { lisible: true, budget: lecture.budget, totaux: totauxDe(lecture.budget), constats }
}

/** The answer of `controler-budget` (docs/contrat.md): euros as numbers. `remarques` says how the workbook was read, where it could be otherwise. */
export function budgetEnJson(controle: BudgetControle) {
  if (!controle.lisible) return controle
  const { charges, produits, departement, nature86, nature87 } = controle.totaux
  const { remarques, feuille } = controle.budget
  return {
    lisible: true as const,
    totaux: {
      charges: enEuros(charges),
      produits: enEuros(produits),
      departement: enEuros(departement ?? 0n),
      nature86: enEuros(nature86),
      nature87: enEuros(nature87),
    },
    constats: controle.constats.map(({ regle, gravite, cellule, message, aFaire }) => ({
      regle,
      gravite,
      cellule,
      message: `${message} ${aFaire}`,
    })),
    ...(remarques.length > 0 && { remarques: remarques.map((remarque) => phraseRemarque(remarque, feuille)) }),
  }
}
