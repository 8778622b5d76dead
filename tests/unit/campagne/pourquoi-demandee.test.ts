import { describe, expect, test } from 'vitest'
import type { Condition } from '#domain/campagne/condition'
import { type Contexte, CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees, type Sinon } from '#domain/campagne/exigence'
import type { Exigence } from '#domain/piece/completude'
import { pourquoiDemandee } from '#libelles/campagne/pourquoi-demandee'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

const ASSOCIATION = { genre: 'association', annee: 2026 } as const

function dire(exigence: Exigence, cas: { quand: Condition; sinon: Sinon } | null, connu: Partial<Contexte> = {}) {
  const [ligne] = exigees([{ code: 'RIB', exigence, condition: cas }], { ...CONTEXTE_INCONNU, ...connu })
  return ligne ? pourquoiDemandee(ligne, ASSOCIATION).replace(/\u00a0/g, ' ') : null
}

const BILAN = { quand: { type: 'RENOUVELLEMENT' }, sinon: 'SI_PERTINENT' } as const
const COMPTES = { quand: { type: 'CREATION', mois: 12 }, sinon: 'OBLIGATOIRE' } as const
const NOUVELLE = { creeeLe: '2026-01-02', deposeLe: '2026-06-01' } as const

describe('why a pièce is asked', () => {
  test('is the genre where it is always asked, and nothing more where it is asked at need', () => {
    expect(dire('OBLIGATOIRE', null)).toBe('Obligatoire pour une association')
    expect(dire('SI_PERTINENT', null)).toBe('Si pertinent')
    const [ligne] = exigees([{ code: 'RIB', exigence: 'OBLIGATOIRE', condition: null }], CONTEXTE_INCONNU)
    expect(ligne && pourquoiDemandee(ligne, { genre: 'eple', annee: 2026 })).toBe('Obligatoire pour un collège ou un lycée public') // prettier-ignore
    expect(ligne && pourquoiDemandee(ligne, { genre: null, annee: 2026 })).toBe('Obligatoire pour votre structure')
  })

  test('is its case where that is known to hold', () => {
    const oui = { renouvellement: true }
    expect(dire('OBLIGATOIRE', BILAN, oui)).toBe('Obligatoire pour une association, car une subvention vous a été accordée en 2025') // prettier-ignore
    expect(dire('SI_PERTINENT', COMPTES, NOUVELLE)).toBe('Si pertinent, car votre structure a moins d’un an')
    const premiere = { quand: { type: 'NON', condition: { type: 'RENOUVELLEMENT' } }, sinon: 'NON_DEMANDEE' } as const
    expect(dire('OBLIGATOIRE', premiere, { renouvellement: false })).toBe('Obligatoire pour une association, car aucune subvention ne vous a été accordée en 2025') // prettier-ignore
  })

  test('says when it would be otherwise, where it does not hold or is not known', () => {
    const sauf = 'Obligatoire pour une association, sauf si votre structure a moins d’un an'
    expect(dire('SI_PERTINENT', COMPTES)).toBe(sauf)
    expect(dire('SI_PERTINENT', COMPTES, { ...NOUVELLE, creeeLe: '2001-01-02' })).toBe(sauf)
    const ou = 'Si pertinent ; obligatoire si une subvention vous a été accordée en 2025'
    expect([dire('OBLIGATOIRE', BILAN), dire('OBLIGATOIRE', BILAN, { renouvellement: false })]).toEqual([ou, ou])
    const grande = { quand: { type: 'MONTANT', seuil: 'AU_MOINS', cents: 2_300_000 }, sinon: 'NON_DEMANDEE' } as const
    expect(dire('OBLIGATOIRE', grande)).toMatch(/^Obligatoire si la subvention demandée est d’au moins 23.000,00 €$/)
    expect(dire('SI_PERTINENT', grande)).toMatch(/^Si pertinent, et seulement si la subvention demandée est/)
    expect(dire('OBLIGATOIRE', grande, { montantDemandeCents: 1n })).toBeNull()
  })

  test('shows no condition that nobody can read', () => {
    const illisible = { quand: { type: 'ET', conditions: [{ type: 'ILLISIBLE' }] }, sinon: 'OBLIGATOIRE' } as const
    expect(dire('SI_PERTINENT', illisible as never)).toBe('Obligatoire pour une association')
  })
})

test('a pièce is called by who applies as the portal calls it to an association, and after who asks', () => {
  expect(
    ['LETTRE', 'STATUTS', 'RIB', 'COMPTES_N1', 'BUDGET_STRUCTURE_N'].map((code) =>
      nomPourLeDemandeur(code, 'association'),
    ),
  ).toEqual([
    // prettier-ignore
    'Lettre datée/signée du Président sollicitant un soutien financier du CD62',
    'Statuts datés et signés par le Président',
    'RIB au nom de l’association',
    'Budget réalisé N-1 de l’association, signé',
    'Budget prévisionnel équilibré (année N) de l’association, signé, avec subvention sollicitée',
  ])
  expect(nomPourLeDemandeur('LETTRE', 'commune')).toBe(
    'Lettre datée/signée du Maire sollicitant un soutien financier du CD62',
  )
  expect(nomPourLeDemandeur('RIB')).toBe('RIB au nom de la structure')
})
