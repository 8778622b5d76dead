import { describe, expect, test } from 'vitest'
import type { LigneBudget } from '#domain/budget/budget'
import { type Agregat, type Coupe, RIEN, type Sommes } from '#domain/rapport/sommes'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import { cofinancementsDe } from '#reports/budget/cofinancements'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { groupes } from '#reports/budget/groupes'
import { syntheseDuBudget } from '#reports/budget/synthese'
import { unBudget } from '#support/budget-lu'

const groupe = (coupe: Coupe, cle: string, plus: Partial<Sommes>): Agregat => ({
  ...RIEN,
  nombre: 1,
  ...plus,
  coupe,
  cle,
})

const enTete = { titre: 'Rapport budgétaire', objet: 'Campagne MEI-2025', instant: new Date('2025-09-15T08:00:00Z'), auteur: 'Camille Roux', filtres: 'aucun', version: '1.0.0' } // prettier-ignore

describe('the Synthèse', () => {
  const agregats = [
    groupe('campagne', 'MEI-2025', { nombre: 4, complets: 1, demandeCents: 600_000n, completCents: 100_000n, voteCents: 500_000n }),
    groupe('campagne', 'JUM-2025', { nombre: 1, demandeCents: 250_000n, voteCents: 10_000n }),
    groupe('genre', 'eple', { demandeCents: 500_000n, voteCents: 500_000n, jeunes: 10 }),
    groupe('genre', 'association', { nombre: 3, demandeCents: 100_000n }),
    groupe('genre', 'commune', { demandeCents: 250_000n, voteCents: 10_000n }),
    groupe('pays', 'Pologne', { nombre: 3, demandeCents: 100_000n }),
    groupe('pays', ' ', { demandeCents: 250_000n }),
    groupe('pays', '', { demandeCents: 500_000n, voteCents: 510_000n }),
    groupe('mois', '2025-04', { nombre: 4, demandeCents: 600_000n }),
    groupe('mois', '2024-11', { demandeCents: 250_000n }),
  ] // prettier-ignore
  const enveloppes = [
    { campagne: 'MEI-2025', libelle: 'Mobilité', enveloppeCents: 10_000_000n },
    { campagne: 'JUM-2025', libelle: 'Jumelages', enveloppeCents: 0n },
    { campagne: 'VIDE-2025', libelle: 'Sans dossier', enveloppeCents: 1_000_000n },
  ]
  const page = syntheseDuBudget({ enTete, agregats, enveloppes })
  const ligne = (libelle: string) => page.lignes.findIndex(({ cases }) => cases[0]?.valeur === libelle)
  const valeurs = (libelle: string) => page.lignes[ligne(libelle)]?.cases.map((une) => une?.valeur ?? null)

  test('gives each campagne what it has, what is left, and what would be left if all that is complete were granted', () => {
    const n = ligne('MEI-2025 · Mobilité') + 1
    expect(valeurs('MEI-2025 · Mobilité')).toEqual([
      'MEI-2025 · Mobilité', 4, 1, 10_000_000n,
      { formule: `IF(D${n}=0,0,G${n}/D${n})`, resultat: 0.05 }, 100_000n, 500_000n,
      { formule: `D${n}-G${n}`, resultat: 9_500_000n }, null, { formule: `H${n}-F${n}`, resultat: 9_400_000n },
    ]) // prettier-ignore
    expect(valeurs('JUM-2025 · Jumelages')?.slice(3, 5)).toEqual([null, 'sans enveloppe'])
    expect(valeurs('VIDE-2025 · Sans dossier')?.[7]).toMatchObject({ resultat: 1_000_000n })
    const dit = valeurs('Si tout ce qui est complet était accordé, il resterait')
    expect(dit?.at(-1)).toEqual({ formule: 'Reste_si_complets', resultat: 10_400_000n })
    const nomme = page.noms?.find(({ nom }) => nom === 'Reste_si_complets')?.cellule
    expect(nomme).toBe(`$J$${ligne('Ensemble') + 1}`)
  })

  test('cuts the same dossiers in each way, in the words of officers; months follow each other', () => {
    expect(groupes(agregats, 'genre').map(({ libelle }) => libelle)).toEqual([
      'Association',
      'Collège ou lycée public',
      'Commune',
    ])
    expect(groupes(agregats, 'pays')).toMatchObject([
      { libelle: 'Non renseigné', nombre: 2, demandeCents: 750_000n },
      { libelle: 'Pologne', nombre: 3 },
    ])
    expect(groupes(agregats, 'mois').map(({ libelle }) => libelle)).toEqual(['novembre 2024', 'avril 2025'])
  })

  test('each group says what is left to pay of what is voted, and its part of each amount', () => {
    const un = { demandeCents: 400n, enJeuCents: 100n, proposeCents: 300n, voteCents: 200n, engageCents: 200n, payeCents: 50n } // prettier-ignore
    const deux = {
      demandeCents: 400n,
      enJeuCents: 300n,
      proposeCents: 0n,
      voteCents: 200n,
      engageCents: 0n,
      payeCents: 0n,
    }
    const dits = [groupe('campagne', 'MEI-2025', un), groupe('campagne', 'JUM-2025', deux)]
    const { lignes, noms } = syntheseDuBudget({ enTete, agregats: dits, enveloppes: [] })
    const n = lignes.findIndex(({ cases }) => cases[0]?.valeur === 'MEI-2025') + 1
    const entete = lignes.find(({ cases }) => cases[11]?.valeur === 'Reste à payer (voté moins payé)')
    expect(lignes[n - 1]?.cases).toHaveLength(entete?.cases.length ?? 0)
    expect(lignes[n - 1]?.cases.slice(11).map((une) => une?.valeur)).toEqual([
      { formule: `H${n}-K${n}`, resultat: 150n },
      { formule: `IF(En_jeu_total=0,0,F${n}/En_jeu_total)`, resultat: 0.25 },
      { formule: `IF(Propose_total=0,0,G${n}/Propose_total)`, resultat: 1 },
      { formule: `IF(Engage_total=0,0,J${n}/Engage_total)`, resultat: 1 },
      { formule: `IF(Paye_total=0,0,K${n}/Paye_total)`, resultat: 1 },
      { formule: `IF(Reste_a_payer_total=0,0,L${n}/Reste_a_payer_total)`, resultat: 150 / 350 },
    ])
    expect(noms).toContainEqual({ nom: 'Reste_a_payer_total', cellule: `$L$${n + 1}` })
  })

  test('an amount for one young person counts only the dossiers that say how many they are', () => {
    const dits = [
      groupe('campagne', 'MEI-2025', { jeunes: 40, demandeAvecJeunesCents: 800_000n, demandeCents: 900_000n }),
    ]
    const { lignes } = syntheseDuBudget({ enTete, agregats: dits, enveloppes: [] })
    const demande = lignes.find(({ cases }) => cases[0]?.valeur === 'Demandé, où leur nombre est dit')?.cases
    expect(demande?.slice(2, 4).map((une) => une?.valeur)).toEqual([40, 800_000n])
    expect(demande?.[4]?.valeur).toMatchObject({ resultat: 200 })
    const vote = lignes.find(({ cases }) => cases[0]?.valeur === 'Voté, parmi eux')?.cases
    expect(vote?.[4]?.valeur).toMatchObject({ resultat: 0 })
  })

  test('says what it is, for whom, when and of what before any figure', () => {
    expect(page.lignes.slice(0, 4).map(({ cases }) => cases[0]?.valeur)).toEqual([
      'Rapport budgétaire',
      'Campagne MEI-2025',
      'Chiffres du 15/09/2025 à 10:00 (heure de Paris), demandés par Camille Roux',
      'Filtres\u00a0: aucun',
    ])
  })
})

test('a dossier’s rates are ratios, and unknown where there is nothing to divide by', () => {
  const dossier: DossierDeRapport = {
    numero: '2025-01012', campagne: 'MEI-2025', dispositif: 'MEI', objet: 'Jumelage', structure: 'COMITE', genre: 'association', siret: '01234567890123', commune: 'ARRAS', pays: 'Pologne', ville: 'Cracovie',
    etat: 'ACCORDE_PARTIEL', completude: 'COMPLET', deposeLe: new Date('2025-04-20'), rejetImpliciteLe: null, coutTotalCents: 1_000_000n, montantDemandeCents: 400_000n, montantProposeCents: 350_000n, montantVoteCents: 300_000n, montantEngageCents: null, montantPayeCents: null, jeunes: 24, seanceLe: null, decideLe: null, motif: null, suiviPar: null, passesOutre: null, service: [{ libelle: 'Priorité', type: 'LISTE', valeur: 'Haute' }],
  } // prettier-ignore
  const valeur = (header: string, d: DossierDeRapport) =>
    dossiersDuBudget([{ libelle: 'priorite', type: 'LISTE' }])
      .columns.find((c) => c.header === header)
      ?.value(d)
  expect(valeur('Taux demandé', dossier)).toBe(0.4)
  expect(valeur('Proposé', dossier)).toBe(350_000n)
  expect(valeur('Voté ÷ demandé', dossier)).toBe(0.75)
  expect(valeur('Taux demandé', { ...dossier, coutTotalCents: null })).toBeNull()
  expect(valeur('Taux demandé', { ...dossier, coutTotalCents: 0n })).toBeNull()
  expect(valeur('État', dossier)).toBe('Accordé partiellement')
  expect(valeur('priorite', dossier)).toBe('Haute')
})

test('without a sheet of funders, the lines of account 74 are the funders; the Département is not its own co-funder', () => {
  const ligne = (code: string, libelle: string, montantCents: bigint): LigneBudget => ({
    cote: 'PRODUITS', nature: 'DETAIL', code, libelle, groupe: null, montantCents, texteLu: '', enTexte: false, feuille: 'Budget', cellule: 'Budget!F1', calculeCents: null, masquee: false,
  }) // prettier-ignore
  const budget = unBudget([
    ligne('70', 'Familles', 100n),
    ligne('74dep', 'Département', 200n),
    ligne('74COM', 'Commune d’Arras', 300n),
    ligne('748', 'Autres', 50n),
    ligne('74fe', 'Europe', 0n),
  ])
  expect(cofinancementsDe({ numero: '2025-01012', structure: 'COMITE' }, budget)).toEqual([
    {
      numero: '2025-01012',
      structure: 'COMITE',
      financeur: 'Commune d’Arras',
      type: 'Commune',
      etat: 'non précisée',
      montantCents: 300n,
    },
    {
      numero: '2025-01012',
      structure: 'COMITE',
      financeur: 'Autres',
      type: 'Subvention',
      etat: 'non précisée',
      montantCents: 50n,
    },
  ])
  const nommes = [
    { financeur: 'Conseil départemental 62', type: 'Département' },
    { financeur: 'Région Hauts-de-France', type: 'Région' },
  ].map((une) => ({ ...une, etat: 'acquis', montantCents: 100n, cellule: 'B2' }))
  const financeurs = cofinancementsDe({ numero: '', structure: '' }, { ...budget, cofinancements: nommes })
  expect(financeurs.map(({ financeur }) => financeur)).toEqual(['Région Hauts-de-France'])
})
