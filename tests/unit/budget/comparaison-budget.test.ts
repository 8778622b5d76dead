import { describe, expect, test } from 'vitest'
import { chiffresDe, partsDesCharges, partsDesProduits } from '#domain/budget/chiffres'
import { comparerBudgets } from '#domain/budget/comparaison'
import type { BudgetLu } from '#domain/budget/budget'
import { controler } from '#domain/budget/controles'
import { lectureDeJson, lectureEnJson, SCHEMA_LECTURE } from '#domain/budget/lecture/lecture-gardee'
import { DEPARTEMENT, ligne, unBudget } from '#support/budget-lu'

const achats = ligne('CHARGES', 'DETAIL', {
  code: '60',
  libelle: 'Achats',
  montantCents: 40_000n,
  cellule: 'Budget!C5',
})
const voyages = ligne('CHARGES', 'DETAIL', { code: '625', libelle: 'Voyages', montantCents: 60_000n, cellule: 'Budget!C6' }) // prettier-ignore
const departement = ligne('PRODUITS', 'DETAIL', { ...DEPARTEMENT, montantCents: 30_000n, cellule: 'Budget!F5' })
const familles = ligne('PRODUITS', 'DETAIL', { code: '70', libelle: 'Familles', montantCents: 70_000n, cellule: 'Budget!F6' }) // prettier-ignore
const AVANT = unBudget([achats, voyages, departement, familles])

const juge = (budget: BudgetLu) => ({ budget, constats: controler(budget, { montantDemandeCents: 30_000n }) })
const comparer = (apres: BudgetLu, avant = AVANT) => comparerBudgets(juge(avant), juge(apres))

describe('a budget sent again', () => {
  test('unchanged, even with its rows in another order and at other places, shows nothing', () => {
    const deplacees = [familles, departement, voyages, achats].map((l, i) => ({ ...l, cellule: `Budget!Z${i}` }))
    expect(comparer(unBudget(deplacees))).toEqual({ lignes: [], totaux: [], resolus: [], nouveaux: [], restants: [] })
  })

  test('shows the lines that changed, came, went or took another name, and the totals that follow', () => {
    const assurance = ligne('CHARGES', 'DETAIL', { code: '616', libelle: 'Assurance', montantCents: 5_000n, cellule: 'Budget!C7' }) // prettier-ignore
    const apres = unBudget([
      { ...achats, montantCents: 45_000n },
      { ...voyages, libelle: 'Autocar' },
      assurance,
      { ...departement, montantCents: 30_000n },
    ])
    const { lignes, totaux } = comparer(apres)
    expect(lignes.map(({ sens, libelle, libelleAvant, avant, apres: a }) => [sens, libelle, libelleAvant, avant, a])).toEqual([
      ['CHANGEE', 'Achats', null, 40_000n, 45_000n],
      ['CHANGEE', 'Autocar', 'Voyages', 60_000n, 60_000n],
      ['AJOUTEE', 'Assurance', null, null, 5_000n],
      ['RETIREE', 'Familles', null, 70_000n, null],
    ]) // prettier-ignore
    expect(totaux).toEqual([
      { quoi: 'charges', avant: 100_000n, apres: 110_000n },
      { quoi: 'produits', avant: 100_000n, apres: 30_000n },
    ])
  })

  test('tells the findings that are solved, new, and still there though their cell moved; what an unread amount hides is neither', () => {
    const fautes = unBudget([{ ...achats, montantCents: -1n }, voyages, departement, { ...familles, montantCents: 70_000n }]) // prettier-ignore
    const reprise = unBudget([achats, { ...voyages, montantCents: null, texteLu: 'à voir' }, departement, { ...familles, cellule: 'Budget!F9' }]) // prettier-ignore
    const { resolus, nouveaux, restants } = comparer(reprise, fautes)
    expect(resolus.map((c) => c.cas)).toEqual(['MONTANT_NEGATIF'])
    expect(nouveaux.map((c) => c.cas)).toEqual(['MONTANT_ILLISIBLE'])
    expect(restants).toEqual([])
    const perdue = { ...reprise, lignes: reprise.lignes.map((l) => ({ ...l, cellule: `${l.cellule}0`, texteLu: '', montantCents: l.montantCents ?? 50_000n })) } // prettier-ignore
    expect(comparer(perdue, fautes).restants.map((c) => c.cas)).toEqual(['DESEQUILIBRE'])
  })
})

test('a reading comes back from its column as it was, and one of another schema is to be read again', () => {
  const json = JSON.parse(JSON.stringify(lectureEnJson({ lisible: true, budget: AVANT }))) as object
  expect(json).toMatchObject({ schema: SCHEMA_LECTURE, charges: '100000' })
  expect(lectureDeJson(json)).toEqual({ lisible: true, budget: AVANT })
  expect(lectureDeJson(lectureEnJson({ lisible: false, motif: 'Illisible.' }))).toEqual({ lisible: false, motif: 'Illisible.' }) // prettier-ignore
  for (const autre of [{ ...json, schema: SCHEMA_LECTURE - 1 }, null, {}, 'x', []])
    expect(lectureDeJson(autre)).toBeNull()
})

test('the figures a budget is spoken of with', () => {
  const attentes = {
    montantDemandeCents: 30_000n,
    projet: { dispositif: 'MEI' as const, titre: '', debut: '2025-10-01', fin: '2025-10-05', participants: 10 },
  }
  expect(chiffresDe(AVANT, attentes, 25_000n)).toEqual({
    charges: 100_000n,
    produits: 100_000n,
    montantDemande: 30_000n,
    inscrit: 30_000n,
    tauxDemande: 0.3,
    partPublique: 0.3,
    partPropre: 0,
    partFamilles: 0.7,
    cofinancements: null,
    parParticipant: 10_000n,
    parParticipantEtParJour: 2_000n,
    propose: 25_000n,
    tauxPropose: 0.25,
  })
})

test('a chart never has more than six bars, and they add up to the side', () => {
  const charges = Array.from({ length: 9 }, (_, i) => ligne('CHARGES', 'DETAIL', { libelle: `Poste ${i}`, montantCents: BigInt(i + 1) * 100n })) // prettier-ignore
  const parts = partsDesCharges(unBudget(charges))
  expect(parts.map(({ nom, montant }) => [nom, montant])).toEqual([
    ['Poste 8', 900n],
    ['Poste 7', 800n],
    ['Poste 6', 700n],
    ['Poste 5', 600n],
    ['Poste 4', 500n],
    ['Autres', 1_000n],
  ])
  expect(partsDesProduits(AVANT).map(({ origine, montant }) => [origine, montant])).toEqual([
    ['DEPARTEMENT', 30_000n],
    ['FAMILLES', 70_000n],
  ])
})
