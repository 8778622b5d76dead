import { describe, expect, test } from 'vitest'
import type { LigneBudget } from '#domain/budget/budget'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import { cofinancementsDe } from '#reports/budget/cofinancements'
import { dossiersDuBudget } from '#reports/budget/dossiers'
import { lignesSynthese, type Agregat } from '#reports/budget/synthese'
import { unBudget } from '#support/budget-lu'

const agregat = (plus: Partial<Agregat>): Agregat => ({
  campagne: 'MEI-2025',
  dispositif: 'MEI',
  genre: 'association',
  etat: 'DEPOSE',
  pays: 'Pologne',
  nombre: 1,
  demandeCents: 100_000n,
  accordeCents: 0n,
  ...plus,
})

describe('the Synthèse', () => {
  const lignes = lignesSynthese(
    [
      agregat({ nombre: 3 }),
      agregat({ genre: 'eple', etat: 'ACCORDE', pays: 'Allemagne', demandeCents: 500_000n, accordeCents: 500_000n }),
      agregat({ campagne: 'JUM-2025', dispositif: 'JUMELAGES', genre: 'commune', pays: ' ', demandeCents: 250_000n }),
    ],
    [
      { campagne: 'MEI-2025', enveloppeCents: 10_000_000n },
      { campagne: 'JUM-2025', enveloppeCents: 5_000_000n },
      { campagne: 'VIDE-2025', enveloppeCents: 1_000_000n },
    ],
  )

  test('gives each campagne its enveloppe, even without a dossier', () => {
    expect(lignes.filter((l) => l.rubrique === 'Campagne')).toEqual([
      {
        rubrique: 'Campagne',
        libelle: 'MEI-2025',
        nombre: 4,
        demandeCents: 600_000n,
        accordeCents: 500_000n,
        enveloppeCents: 10_000_000n,
      },
      {
        rubrique: 'Campagne',
        libelle: 'JUM-2025',
        nombre: 1,
        demandeCents: 250_000n,
        accordeCents: 0n,
        enveloppeCents: 5_000_000n,
      },
      {
        rubrique: 'Campagne',
        libelle: 'VIDE-2025',
        nombre: 0,
        demandeCents: 0n,
        accordeCents: 0n,
        enveloppeCents: 1_000_000n,
      },
    ])
  })

  test('counts every dossier once in each way of cutting', () => {
    for (const rubrique of ['Par dispositif', 'Par état', 'Par genre de structure', 'Par pays']) {
      const coupe = lignes.filter((l) => l.rubrique === rubrique)
      expect(
        coupe.reduce((n, l) => n + l.nombre, 0),
        rubrique,
      ).toBe(5)
      expect(
        coupe.reduce((n, l) => n + l.demandeCents, 0n),
        rubrique,
      ).toBe(850_000n)
    }
  })

  test('says the words of officers, in French order', () => {
    const libelles = (rubrique: string) => lignes.filter((l) => l.rubrique === rubrique).map((l) => l.libelle)
    expect(libelles('Par genre de structure')).toEqual(['Association', 'Collège ou lycée public', 'Commune'])
    expect(libelles('Par état')).toEqual(['À contrôler', 'Accordé'])
    expect(libelles('Par pays')).toEqual(['Allemagne', 'Non renseigné', 'Pologne'])
  })
})

test('a dossier’s rates are ratios, and unknown where there is nothing to divide by', () => {
  const dossier: DossierDeRapport = {
    numero: '2025-01012', campagne: 'MEI-2025', dispositif: 'MEI', objet: 'Jumelage', structure: 'COMITE', genre: 'association', siret: '01234567890123', commune: 'ARRAS', pays: 'Pologne', ville: 'Cracovie',
    etat: 'ACCORDE_PARTIEL', completude: 'COMPLET', deposeLe: new Date('2025-04-20'), rejetImpliciteLe: null, coutTotalCents: 1_000_000n, montantDemandeCents: 400_000n, montantProposeCents: 350_000n, montantAccordeCents: 300_000n, decideLe: null, motif: null, suiviPar: null, passesOutre: null, service: [{ libelle: 'Priorité', type: 'LISTE', valeur: 'Haute' }],
  } // prettier-ignore
  const valeur = (header: string, d: DossierDeRapport) =>
    dossiersDuBudget([{ libelle: 'priorite', type: 'LISTE' }])
      .columns.find((c) => c.header === header)
      ?.value(d)
  expect(valeur('Taux demandé', dossier)).toBe(0.4)
  expect(valeur('Proposé', dossier)).toBe(350_000n)
  expect(valeur('Accordé ÷ demandé', dossier)).toBe(0.75)
  expect(valeur('Taux demandé', { ...dossier, coutTotalCents: null })).toBeNull()
  expect(valeur('Taux demandé', { ...dossier, coutTotalCents: 0n })).toBeNull()
  expect(valeur('État', dossier)).toBe('Accordé partiellement')
  expect(valeur('priorite', dossier)).toBe('Haute')
})

test('without a sheet of funders, the lines of account 74 are the funders', () => {
  const ligne = (code: string, libelle: string, montantCents: bigint): LigneBudget => ({
    cote: 'PRODUITS', nature: 'DETAIL', code, libelle, groupe: null, montantCents, texteLu: '', enTexte: false, feuille: 'Budget', cellule: 'Budget!F1', calculeCents: null, masquee: false,
  }) // prettier-ignore
  const budget = unBudget([
    ligne('70', 'Familles', 100n),
    ligne('74dep', 'Département', 200n),
    ligne('74com', 'Commune', 300n),
    ligne('74fe', 'Europe', 0n),
  ])
  expect(cofinancementsDe({ numero: '2025-01012', structure: 'COMITE' }, budget)).toEqual([
    {
      numero: '2025-01012',
      structure: 'COMITE',
      financeur: 'Département',
      type: 'Département',
      etat: '',
      montantCents: 200n,
    },
    { numero: '2025-01012', structure: 'COMITE', financeur: 'Commune', type: '74com', etat: '', montantCents: 300n },
  ])
})
