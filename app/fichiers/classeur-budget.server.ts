import type { BudgetLu } from '#domain/budget/budget'
import type { Attentes } from '#domain/budget/constat'
import { lireBudget } from '#domain/budget/lecture'
import { enEuros } from '#domain/budget/montant'
import { totauxDe, type Totaux } from '#domain/budget/totaux'
import { ouvrirClasseur } from '#fichiers/garde-classeur'
import { lireGrille } from '#fichiers/grille-de-classeur'
import { citer, refuserFichier } from '#fichiers/refus'
import { phraseRemarque, PHRASE_SANS_BUDGET } from '#libelles/budget'
import { constatsDits, type ConstatDit } from '#libelles/constats-dits'

export type BudgetControle =
  { lisible: false; motif: string } | { lisible: true; budget: BudgetLu; totaux: Totaux; constats: ConstatDit[] }

export type BudgetOuvert = { lisible: false; motif: string } | { lisible: true; budget: BudgetLu }

const illisible = (nom: string, motif: keyof typeof PHRASE_SANS_BUDGET): { lisible: false; motif: string } => ({
  lisible: false,
  motif: `Le fichier ${citer(nom)} ${PHRASE_SANS_BUDGET[motif]}`,
})

/**
 * Reads the budget of a project from the workbook a demandeur gave (domain.md § 4.2). Whatever the file, the answer is a budget or
 * a sentence that says why there is none and what to do.
 */
export async function ouvrirBudget(contenu: Buffer, nom: string): Promise<BudgetOuvert> {
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

/** Reads a budget and judges it by the rules of domain.md § 4.3. Without an asked amount, the one the workbook gives is used. */
export async function controlerBudget(contenu: Buffer, nom: string, attentes: Attentes = {}): Promise<BudgetControle> {
  const lu = await ouvrirBudget(contenu, nom)
  if (!lu.lisible) return lu
  const constats = constatsDits(lu.budget, attentes)
  return { lisible: true, budget: lu.budget, totaux: totauxDe(lu.budget), constats }
}

/** The answer of `controler-budget` (contract.md): euros as numbers. `remarques` says how the workbook was read, where it could be otherwise. */
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
