import type { BudgetLu } from '#domain/budget/budget'
import type { Attentes } from '#domain/budget/constat'
import { lireBudget } from '#domain/budget/lecture/lecture'
import type { Lecture } from '#domain/budget/lecture/lecture-gardee'
import { enEuros } from '#domain/budget/montant'
import { totauxDe, type Totaux } from '#domain/budget/totaux'
import { convertirClasseur } from '#fichiers/classeur/conversion'
import { formatConvertible, ouvrirClasseur } from '#fichiers/classeur/garde-classeur'
import { lireGrille } from '#fichiers/classeur/grille-de-classeur'
import { citer, refuserFichier } from '#fichiers/type/refus'
import { phraseRemarque, PHRASE_SANS_BUDGET } from '#libelles/budget/budget'
import { constatsDits, type ConstatDit } from '#libelles/budget/constats-dits'

export type BudgetControle =
  { lisible: false; motif: string } | { lisible: true; budget: BudgetLu; totaux: Totaux; constats: ConstatDit[] }

const illisible = (nom: string, motif: keyof typeof PHRASE_SANS_BUDGET): { lisible: false; motif: string } => ({
  lisible: false,
  motif: `Le fichier ${citer(nom)} ${PHRASE_SANS_BUDGET[motif]}`,
})

/**
 * Reads the budget of a project from the workbook a demandeur gave (docs/domaine.md § 4.2). Whatever the file, the answer is a budget or
 * a sentence that says why there is none and what to do.
 */
export async function ouvrirBudget(contenu: Buffer, nom: string): Promise<Lecture> {
  const classeur = await ouvrirClasseur({ nom, contenu })
  if (!classeur.ok) {
    return classeur.reason === 'AUTRE_FORMAT'
      ? illisible(nom, 'AUTRE_FORMAT')
      : { lisible: false, motif: classeur.detail ?? '' }
  }
  if ([...classeur.value.entrees.keys()].some((chemin) => chemin.startsWith('xl/externalLinks/'))) {
    return illisible(nom, 'LIENS_EXTERNES')
  }
  try {
    const lu = lireBudget(await lireGrille(classeur.value))
    return lu.ok ? { lisible: true, budget: lu.value } : illisible(nom, lu.reason)
  } catch {
    return { lisible: false, motif: refuserFichier(nom, 'ABIME').detail ?? '' }
  }
}

/**
 * The same for a deposited file, which may be of an older format: LibreOffice turns it into an .xlsx where this machine has it, and the
 * reading says so; else the refusal that `ouvrirBudget` gives stands.
 */
export async function lireBudgetDepose(contenu: Buffer, nom: string): Promise<Lecture> {
  const lu = await ouvrirBudget(contenu, nom)
  const format = lu.lisible ? null : await formatConvertible(contenu)
  if (!format) return lu
  const converti = await convertirClasseur(contenu, format)
  if (!converti.ok) return converti.reason === 'ABSENT' ? lu : illisible(nom, 'CONVERSION_IMPOSSIBLE')
  const relu = await ouvrirBudget(converti.value, nom)
  if (!relu.lisible) return relu
  const remarques = [...relu.budget.remarques, { cas: 'CONVERTI' as const, format }]
  return { lisible: true, budget: { ...relu.budget, remarques } }
}

/** Reads a budget and judges it by the rules of docs/domaine.md § 4.3. Without an asked amount, the one the workbook gives is used. */
export async function controlerBudget(contenu: Buffer, nom: string, attentes: Attentes = {}): Promise<BudgetControle> {
  const lu = await ouvrirBudget(contenu, nom)
  if (!lu.lisible) return lu
  const constats = constatsDits(lu.budget, attentes)
  return { lisible: true, budget: lu.budget, totaux: totauxDe(lu.budget), constats }
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
