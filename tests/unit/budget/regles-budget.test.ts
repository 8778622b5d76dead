import { describe, expect, test } from 'vitest'
import type { BudgetLu, LigneBudget } from '#domain/budget/budget'
import type { Attentes, ProjetAttendu } from '#domain/budget/constat'
import { controler } from '#domain/budget/controles'
import { lirePeriode } from '#domain/budget/lecture/periode'
import { DEPARTEMENT, ligne, unBudget } from '#support/budget-lu'

const CHARGES = [
  ligne('CHARGES', 'DETAIL', { code: '613', libelle: 'Locations', montantCents: 600_000n, cellule: 'Budget!C5' }),
  ligne('CHARGES', 'DETAIL', { code: '625', libelle: 'Déplacements', montantCents: 400_000n, cellule: 'Budget!C6' }),
  ligne('CHARGES', 'TOTAL', { libelle: 'TOTAL DES CHARGES', montantCents: 1_000_000n, cellule: 'Budget!C9' }),
]
const PRODUITS = [
  ligne('PRODUITS', 'DETAIL', { ...DEPARTEMENT, montantCents: 250_000n, cellule: 'Budget!F5' }),
  ligne('PRODUITS', 'DETAIL', { code: '74com', libelle: 'Commune de Lens', montantCents: 150_000n, cellule: 'Budget!F6' }), // prettier-ignore
  ligne('PRODUITS', 'DETAIL', { code: '70', libelle: 'Participation des familles', montantCents: 600_000n, cellule: 'Budget!F7' }), // prettier-ignore
  ligne('PRODUITS', 'TOTAL', { libelle: 'TOTAL DES PRODUITS', montantCents: 1_000_000n, cellule: 'Budget!F9' }),
]
const COFINANCEMENTS: BudgetLu['cofinancements'] = [
  { financeur: 'Département du Pas-de-Calais', type: 'departement', montantCents: 250_000n, etat: 'sollicité', cellule: 'Cofinancements!C2' }, // prettier-ignore
  { financeur: 'Ville de Lens', type: 'commune', montantCents: 150_000n, etat: 'acquis', cellule: 'Cofinancements!C3' },
]
const IDENTITE: Partial<BudgetLu> = {
  identification: {
    structure: 'COMITE DE JUMELAGE DE LENS',
    siret: '886 408 020 00016',
    titre: 'Rencontre à Pérouse',
    periode: 'du 8/10/2025 au 21/10/2025',
    exercice: '2025',
  },
  cellules: {
    structure: 'Identification!B1',
    siret: 'Identification!B2',
    titre: 'Identification!B3',
    periode: 'Identification!B4',
    exercice: 'Identification!B6',
  },
}
const BON = unBudget([...CHARGES, ...PRODUITS], { cofinancements: COFINANCEMENTS, ...IDENTITE })

const PROJET: ProjetAttendu = { dispositif: 'MEI', titre: 'Rencontre à Pérouse (Italie)', debut: '2025-10-08', fin: '2025-10-21', participants: 20 } // prettier-ignore
const STRUCTURE: NonNullable<Attentes['structure']> = { nom: 'Comité de jumelage de Lens', sigle: '', siret: '88640802000016', genre: 'association' } // prettier-ignore

const CONTEXTE: Attentes = {
  montantDemandeCents: 250_000n,
  montantMinCents: 100_000n,
  montantMaxCents: 300_000n,
  tauxMax: 0.5,
  partPubliqueMax: 0.8,
  cofinancementExige: true,
  campagne: { annee: 2025, projetDu: null, projetAu: null },
  projet: PROJET,
  structure: STRUCTURE,
  voisins: [],
  coutMedianCents: 3_500n,
  budgetStructure: { charges: 2_000_000n, departement: 250_000n },
}

const juger = (budget: BudgetLu, plus: Attentes = {}) =>
  controler(budget, { ...CONTEXTE, ...plus }).map(({ regle, gravite, cellule }) => [regle, gravite, cellule])
const casDe = (budget: BudgetLu, plus: Attentes = {}) => controler(budget, { ...CONTEXTE, ...plus }).map((c) => c.cas)

const avecLigne = (cellule: string, plus: Partial<LigneBudget>) => ({
  ...BON,
  lignes: BON.lignes.map((l) => (l.cellule === cellule ? { ...l, ...plus } : l)),
})

test('a good budget, in the full light of its dossier and its campagne, has nothing wrong', () => {
  expect(juger(BON)).toEqual([])
})

test('a budget alone is never blocked by what only a dossier can tell', () => {
  const seul = unBudget([...CHARGES, ...PRODUITS])
  expect(controler(seul, {}).map(({ regle, gravite }) => [regle, gravite])).toEqual([['B11', 'INFO']])
})

describe('each rule finds its defect at its cell', () => {
  test('B01, the two totals differ', () => {
    const faux = avecLigne('Budget!F9', { montantCents: 1_010_000n })
    expect(juger(faux)).toContainEqual(['B01', 'BLOQUANT', 'Budget!F9'])
  })

  test('B02, a formula that forgets a line names it', () => {
    const groupe = ligne('CHARGES', 'GROUPE', { code: '61', montantCents: 100n, formule: 'C5', cellule: 'Budget!C4' })
    const details = [5, 6].map((n) =>
      ligne('CHARGES', 'DETAIL', { groupe: 0, montantCents: n === 5 ? 100n : 900n, cellule: `Budget!C${n}` }),
    )
    const faux = controler(unBudget([groupe, ...details]), {}).find((c) => c.regle === 'B02')
    expect(faux).toMatchObject({
      cas: 'GROUPE_FAUX',
      gravite: 'BLOQUANT',
      oubliees: ['Budget!C6'],
      cellule: 'Budget!C4',
    })
  })

  test('B02, the result kept by the workbook is no longer what its formula gives', () => {
    const perime = avecLigne('Budget!C5', { formule: 'D5+D6', calculeCents: 700_000n })
    expect(juger(perime)).toEqual([['B02', 'BLOQUANT', 'Budget!C5']])
    expect(juger(avecLigne('Budget!C5', { formule: 'D5+D6', calculeCents: 600_050n }))).toEqual([])
  })

  test('B02, a right total typed over the formulas of its side is only to be known', () => {
    const lignes = BON.lignes.map((l) =>
      l.cellule === 'Budget!C5' ? { ...l, nature: 'GROUPE' as const, formule: 'D5', calculeCents: l.montantCents } : l,
    )
    expect(juger({ ...BON, lignes })).toEqual([['B02', 'INFO', 'Budget!C9']])
  })

  test('B03, 86 and 87 differ', () => {
    const nature = ligne('CHARGES', 'NATURE', { code: '86', montantCents: 5_000n, cellule: 'Budget!C10' })
    expect(juger({ ...BON, lignes: [...BON.lignes, nature] })).toEqual([['B03', 'AVERTISSEMENT', 'Budget!C10']])
  })

  test('B04 and B05, the Département', () => {
    expect(juger(BON, { montantDemandeCents: 260_000n, budgetStructure: null })).toEqual([
      ['B04', 'BLOQUANT', 'Budget!F5'],
    ])
    const deux = avecLigne('Budget!F6', { code: '74dep', libelle: 'Conseil départemental 62' })
    expect(casDe(deux, { montantDemandeCents: 400_000n, montantMaxCents: null })).toContain('DEPARTEMENT_REPETE')
    const autre = avecLigne('Budget!F6', { code: '74dep', libelle: 'Département du Nord' })
    expect(casDe(autre)).not.toContain('DEPARTEMENT_REPETE')
  })

  test('B06, B07 and B08, the limits of the campagne', () => {
    expect(juger(BON, { montantMaxCents: 200_000n })).toEqual([['B06', 'BLOQUANT', 'Budget!F5']])
    expect(juger(BON, { tauxMax: 0.2 })).toEqual([['B07', 'AVERTISSEMENT', 'Budget!F5']])
    expect(juger(BON, { tauxMax: 0.2, tauxMaxBloquant: true })).toEqual([['B07', 'BLOQUANT', 'Budget!F5']])
    expect(juger(BON, { partPubliqueMax: 0.3 })).toEqual([['B08', 'AVERTISSEMENT', 'Budget!F5']])
  })

  test('B09, nobody else pays although the règlement wants it', () => {
    const seul = unBudget([
      ...CHARGES,
      ligne('PRODUITS', 'DETAIL', { ...DEPARTEMENT, montantCents: 1_000_000n, cellule: 'Budget!F5' }),
    ])
    const plus = { montantDemandeCents: 1_000_000n, montantMaxCents: null, tauxMax: null, partPubliqueMax: null, budgetStructure: null } // prettier-ignore
    expect(casDe(seul, plus)).toContain('SANS_COFINANCEMENT')
    expect(casDe(seul, { ...plus, cofinancementExige: false })).not.toContain('SANS_COFINANCEMENT')
  })

  test('B10, negative, unreadable, typed as text', () => {
    expect(casDe(avecLigne('Budget!C5', { montantCents: -1n }))).toContain('MONTANT_NEGATIF')
    expect(casDe(avecLigne('Budget!C5', { montantCents: null, texteLu: 'à voir' }))).toContain('MONTANT_ILLISIBLE')
    expect(juger(avecLigne('Budget!C5', { enTexte: true }))).toEqual([['B10', 'INFO', 'Budget!C5']])
  })

  test('an amount that could not be read is said once, on its cell, and nothing is counted with it', () => {
    const illisible = (cellule: string) => avecLigne(cellule, { montantCents: null, texteLu: 'à voir' })
    for (const cellule of ['Budget!C5', 'Budget!F5'])
      expect(juger(illisible(cellule)).filter(([regle]) => /^B(?:01|02|04|10)$/.test(regle ?? ''))).toEqual([
        ['B10', 'BLOQUANT', cellule],
      ])
    const sansTotal = illisible('Budget!C5')
    const lignes = sansTotal.lignes.filter(({ nature }) => nature !== 'TOTAL')
    expect(casDe({ ...sansTotal, lignes }, { tauxMax: 0.01 })).toEqual(['MONTANT_ILLISIBLE'])
  })

  test('B11, a funder that is missing, differs, or whose state is not said', () => {
    const sans = { ...BON, cofinancements: COFINANCEMENTS.slice(0, 1) }
    expect(juger(sans)).toEqual([['B11', 'AVERTISSEMENT', 'Budget!F6']])
    const differe = { ...BON, cofinancements: COFINANCEMENTS.map((c) => (c.type === 'commune' ? { ...c, montantCents: 1n } : c)) } // prettier-ignore
    expect(juger(differe)).toEqual([['B11', 'AVERTISSEMENT', 'Cofinancements!C3']])
    const muet = { ...BON, cofinancements: COFINANCEMENTS.map((c) => (c.type === 'commune' ? { ...c, etat: '' } : c)) }
    expect(juger(muet)).toEqual([['B11', 'AVERTISSEMENT', 'Cofinancements!C3']])
    const enPlus = { ...BON, cofinancements: [...COFINANCEMENTS, { financeur: 'Région', type: 'region', montantCents: 9_000n, etat: 'acquis', cellule: 'Cofinancements!C4' }] } // prettier-ignore
    expect(casDe(enPlus)).toEqual(['COFINANCEMENTS_INEGAUX'])
    const refuse = { ...BON, cofinancements: [...COFINANCEMENTS, { financeur: 'Région', type: 'region', montantCents: 9_000n, etat: 'refusé', cellule: 'Cofinancements!C4' }] } // prettier-ignore
    expect(juger(refuse)).toEqual([])
    expect(juger({ ...BON, cofinancements: [] })).toEqual([['B11', 'INFO', 'Budget!F6']])
  })

  test('B12, another dossier of the structure declares the same money', () => {
    const voisins = [{ numero: '2025-00002', montantDemandeCents: 100_000n, cofinancements: [{ financeur: 'Ville de Lens', montantCents: 150_000n }] }] // prettier-ignore
    expect(juger(BON, { voisins })).toEqual([
      ['B12', 'INFO', 'Budget!F5'],
      ['B12', 'INFO', 'Cofinancements!C3'],
    ])
    const seul = { ...avecLigne('Budget!F6', { code: '75', libelle: 'Autofinancement' }), cofinancements: COFINANCEMENTS.slice(0, 1) } // prettier-ignore
    expect(casDe(seul)).toEqual(['AUCUN_AUTRE_PUBLIC'])
  })

  test('B13, another year, other dates', () => {
    expect(casDe(BON, { campagne: { annee: 2026, projetDu: '2025-01-01', projetAu: null } })).toEqual([
      'AUTRE_EXERCICE',
    ])
    expect(casDe(BON, { campagne: { annee: 2025, projetDu: '2025-10-10', projetAu: null } })).toEqual(['PERIODE_HORS_CAMPAGNE']) // prettier-ignore
    const projet = { ...PROJET, fin: '2025-10-22' }
    expect(juger(BON, { projet })).toEqual([['B13', 'AVERTISSEMENT', 'Identification!B4']])
  })

  test('B14, a collège that charges families without a vote', () => {
    const structure = { ...STRUCTURE, genre: 'eple' as const }
    expect(juger(BON, { structure })).toEqual([['B14', 'AVERTISSEMENT', 'Budget!F7']])
    expect(juger(BON, { structure, voteDuCa: true })).toEqual([])
  })

  test('B15, a mobility without travel, or nothing but travel', () => {
    const sans = avecLigne('Budget!C6', { code: '606', libelle: 'Fournitures' })
    expect(casDe(sans)).toEqual(['DEPLACEMENTS_ABSENTS'])
    expect(casDe(sans, { projet: { ...PROJET, dispositif: 'JUMELAGES' } })).toEqual([])
    expect(casDe(avecLigne('Budget!C5', { code: '624', libelle: 'Autocar' }))).toEqual(['DEPLACEMENTS_LOURDS'])
  })

  test('B16, far from the median of the campagne', () => {
    // 10 000 € for 20 people and 14 days: 35,71 € a day.
    expect(juger(BON, { coutMedianCents: 7_500n })).toEqual([['B16', 'INFO', 'Budget!C9']])
    expect(juger(BON, { coutMedianCents: 1_700n })).toEqual([['B16', 'INFO', 'Budget!C9']])
    expect(juger(BON, { coutMedianCents: 7_100n })).toEqual([])
    expect(juger(BON, { coutMedianCents: null })).toEqual([])
  })

  test('B17, the workbook of somebody else', () => {
    const structure = { nom: 'Club UNESCO Menneville', sigle: '', siret: '49715447600020', genre: null }
    expect(juger(BON, { structure })).toEqual([
      ['B17', 'AVERTISSEMENT', 'Identification!B2'],
      ['B17', 'AVERTISSEMENT', 'Identification!B1'],
    ])
    expect(casDe(BON, { projet: { ...PROJET, titre: 'Chantier solidaire' } })).toEqual(['IDENTITE_DIFFERENTE'])
  })

  test('B18, a project larger than its structure, or a grant that the structure does not know', () => {
    expect(juger(BON, { budgetStructure: { charges: 900_000n, departement: 250_000n } })).toEqual([['B18', 'AVERTISSEMENT', 'Budget!C9']]) // prettier-ignore
    expect(juger(BON, { budgetStructure: { charges: 2_000_000n, departement: null } })).toEqual([['B18', 'AVERTISSEMENT', 'Budget!F9']]) // prettier-ignore
    expect(juger(BON, { budgetStructure: null })).toEqual([])
  })
})

test.each([
  ['2025-10-08 au 2025-10-21', { du: '2025-10-08', au: '2025-10-21' }],
  ['du 8/10/2025 au 21/10/2025', { du: '2025-10-08', au: '2025-10-21' }],
  ['Du 8 octobre 2025 au 21 octobre 2025', { du: '2025-10-08', au: '2025-10-21' }],
  ['octobre 2025', null],
  ['21/10/2025 - 8/10/2025', null],
  ['', null],
])('the period « %s »', (texte, attendu) => {
  expect(lirePeriode(texte)).toEqual(attendu)
})
