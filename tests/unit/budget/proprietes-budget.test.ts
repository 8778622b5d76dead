import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controler } from '#domain/budget/controles'
import type { Cellule, Classeur } from '#domain/budget/lecture/grille'
import { lireBudget } from '#domain/budget/lecture/lecture'
import { totauxDe } from '#domain/budget/totaux'

type Rangee = (string | number | null)[]

const ENTIERS = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 8 })

/** A workbook as plain data, without a file: rows from A1. */
function grilleDe(rangees: Rangee[]): Classeur {
  const lignes = new Map(
    rangees.map((rangee, i) => {
      const cellules = rangee.flatMap((valeur, j): [number, Cellule][] =>
        typeof valeur === 'number' || typeof valeur === 'string'
          ? [[j + 1, { ligne: i + 1, colonne: j + 1, valeur }]]
          : [],
      )
      return [i + 1, new Map(cellules)] as const
    }),
  )
  const feuille = { nom: 'Budget', visible: true, lignes, lignesMasquees: new Set<number>(), colonnesMasquees: new Set<number>() } // prettier-ignore
  return { feuilles: [feuille], noms: new Map() }
}

/** Two balanced lists side by side, each with its total, the second closed by the Département. */
function tableau(charges: number[], produits: number[], facteur = 1): Rangee[] {
  const total = charges.reduce((a, b) => a + b, 0)
  const apport = produits.reduce((a, b) => a + b, 0)
  const droite: [string, number][] = [
    ...produits.map((montant, i): [string, number] => [`Recette ${i}`, montant]),
    ['Département du Pas-de-Calais', total - apport],
  ]
  const hauteur = Math.max(charges.length, droite.length)
  return [
    ['CHARGES', 'Montant', 'PRODUITS', 'Montant'],
    ...Array.from({ length: hauteur }, (_, i): Rangee => {
      const [libelle = null, montant = null] = droite[i] ?? []
      const charge = charges[i]
      return [charge === undefined ? null : `Poste ${i}`, charge === undefined ? null : charge * facteur, libelle, montant === null ? null : montant * facteur] // prettier-ignore
    }),
    ['TOTAL', total * facteur, 'TOTAL', total * facteur],
  ]
}

/** Lists whose second weighs less than the first. */
const LISTES = fc.tuple(ENTIERS, ENTIERS, fc.integer({ min: 0, max: 90 })).map(([charges, produits, part]) => {
  const total = charges.reduce((a, b) => a + b, 0)
  const apport = produits.reduce((a, b) => a + b, 0)
  return { charges, produits: produits.map((p) => Math.floor((p * total * part) / (100 * apport))) }
})

const lireGrille = (rangees: Rangee[]) => {
  const lu = lireBudget(grilleDe(rangees), null)
  if (!lu.ok) throw new Error(lu.reason)
  return lu.value
}

describe('properties of the reading', () => {
  test('a balanced workbook stays balanced, with the same totals, under any permutation of its rows', () => {
    const permute = LISTES.chain((listes) =>
      fc.record({
        listes: fc.constant(listes),
        charges: fc.shuffledSubarray(listes.charges, { minLength: listes.charges.length }),
        produits: fc.shuffledSubarray(listes.produits, { minLength: listes.produits.length }),
        cle: fc.infiniteStream(fc.nat()).map((flux) => (n: number) => [...flux.take(n)]),
      }),
    )
    fc.assert(
      fc.property(permute, ({ listes, charges, produits, cle }) => {
        const droit = lireGrille(tableau(listes.charges, listes.produits))
        const [entete = [], ...reste] = tableau(charges, produits)
        const corps = reste.slice(0, -1)
        const cles = cle(corps.length)
        const melange = corps.map((rangee, i) => ({ rangee, k: cles[i] ?? 0 })).sort((a, b) => a.k - b.k)
        const autre = lireGrille([entete, ...melange.map(({ rangee }) => rangee), ...reste.slice(-1)])
        expect(totauxDe(autre)).toEqual(totauxDe(droit))
        const regles = controler(autre, {}).map((c) => c.regle)
        expect(regles).not.toContain('B01')
        expect(regles).not.toContain('B02')
      }),
    )
  })

  test('amounts a hundred times larger give totals a hundred times larger, and the same findings', () => {
    fc.assert(
      fc.property(LISTES, ({ charges, produits }) => {
        const [un, cent] = [lireGrille(tableau(charges, produits)), lireGrille(tableau(charges, produits, 100))]
        expect(totauxDe(cent).charges).toBe(totauxDe(un).charges * 100n)
        expect(totauxDe(cent).departement).toBe((totauxDe(un).departement ?? 0n) * 100n)
        expect(controler(cent, {}).map((c) => c.cas)).toEqual(controler(un, {}).map((c) => c.cas))
      }),
    )
  })

  test('whatever is written in the cells, the reading and the rules answer', () => {
    const valeur = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.double(),
      fc.constantFrom('CHARGES', 'PRODUITS', 'TOTAL DES CHARGES', 'TOTAL', '74dep', 'Département', '60', '86', 'en k€', '%'), // prettier-ignore
      fc.constant(null),
    )
    const grille = fc.array(fc.array(valeur, { maxLength: 8 }), { maxLength: 20 })
    fc.assert(
      fc.property(grille, LISTES, fc.nat(), (bruit, { charges, produits }, ou) => {
        const bon = tableau(charges, produits)
        const place = ou % (bon.length + 1)
        for (const rangees of [bruit, [...bon.slice(0, place), ...bruit, ...bon.slice(place)]]) {
          const lu = lireBudget(grilleDe(rangees), null)
          if (lu.ok) controler(lu.value, { montantDemandeCents: 1n, voisins: [], budgetStructure: { charges: 1n, departement: null } }) // prettier-ignore
        }
      }),
      { numRuns: 300 },
    )
  })
})
