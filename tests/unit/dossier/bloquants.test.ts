import { describe, expect, test } from 'vitest'
import { type Agent, type Role, ROLES } from '#domain/acces/droits'
import type { Constat } from '#domain/budget/constat'
import {
  type FaitsBloquants,
  lectureEnCours,
  type Levee,
  passesOutre,
  type PieceExaminee,
  refusDesBloquants,
  restants,
} from '#domain/dossier/bloquants'
import { passerOutre, peutPasserOutre, retablirBloquant } from '#domain/dossier/passer-outre'
import { desBloquants } from '#support/bloquants'

const NOW = new Date('2025-09-15T10:00:00Z')
const a = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const piece: PieceExaminee = {
  ...{ pieceId: 'p', code: 'LETTRE', nomFichier: 'lettre.pdf', versionId: 'v1', controle: 'A_CONTROLER' },
  ...{ ouverture: 'LIBRE', formatInconnu: false, problemes: [], ecartes: [] },
}
const b01 = (charges: bigint): Constat => ({
  ...{ regle: 'B01', gravite: 'BLOQUANT', cellule: null, cas: 'DESEQUILIBRE', charges, produits: 900n },
  celluleCharges: null,
})
const lu = (...constats: Constat[]) => ({ budget: { versionId: 'b1', etat: 'LU', constats } as const })

const cles = (faits: Partial<FaitsBloquants>, now = NOW) => desBloquants(faits, { now }).map(({ cle }) => cle)
const pieces = (change: Partial<PieceExaminee>) => cles({ pieces: [{ ...piece, ...change }] })

describe('what blocks', () => {
  test('nothing, where nothing is wrong', () => {
    expect(cles({ pieces: [piece], ...lu() })).toEqual([])
    expect(refusDesBloquants(desBloquants())).toBeNull()
  })

  test('an opening, until its very last instant, or until it is closed', () => {
    const ouverture = (refermeLe: Date | null) => ({ deverrouillages: [{ echeance: NOW, refermeLe }] })
    expect(cles(ouverture(null), a(-1))).toEqual(['deverrouillage'])
    expect(cles(ouverture(null), NOW)).toEqual([])
    expect(cles(ouverture(a(-2)), a(-1))).toEqual([])
  })

  test('changes that nobody has looked at; a budget not read, or that nobody can read; each rule of a budget once', () => {
    expect(cles({ modifications: [{ id: 'm' }] })).toEqual(['modification'])
    expect(cles({ budget: { versionId: 'b1', etat: 'NON_LU' } })).toEqual(['budget/lecture'])
    expect(cles({ budget: { versionId: 'b1', etat: 'ILLISIBLE', motif: 'est protégé.' } })).toEqual([
      'budget/illisible',
    ])
    expect(cles(lu(b01(1n), b01(2n)))).toEqual(['budget/B01'])
    expect(cles(lu({ ...b01(1n), gravite: 'AVERTISSEMENT' }))).toEqual([])
  })

  test.each([
    [{ ouverture: 'VERROUILLE' }, ['fichier_infecte/p']],
    [{ ouverture: 'EN_ATTENTE' }, ['fichier_non_analyse/p']],
    [{ ouverture: 'LIBRE_NON_ANALYSE' }, []],
    [{ problemes: ['VIDE'] }, ['piece_illisible/p']],
    [{ problemes: ['PDF_PROTEGE'] }, ['piece_illisible/p']],
    [{ problemes: ['PDF_ILLISIBLE'] }, ['piece_illisible/p']],
    [{ problemes: ['SANS_SIGNATURE'] }, []],
    [{ problemes: ['VIDE', 'PDF_ILLISIBLE'], ecartes: ['VIDE'] }, ['piece_illisible/p']],
    [{ problemes: ['VIDE'], ecartes: ['VIDE'] }, []],
    [{ formatInconnu: true }, ['piece_illisible/p']],
    [{ formatInconnu: true, ecartes: ['CONTENU_INATTENDU'] }, []],
    [{ ouverture: 'VERROUILLE', controle: 'CONFORME' }, ['fichier_infecte/p']],
    [{ ouverture: 'VERROUILLE', controle: 'NON_CONFORME' }, []],
    [{ ouverture: 'VERROUILLE', controle: 'SANS_OBJET' }, []],
    [{ ouverture: 'VERROUILLE', controle: 'DISPENSEE' }, []],
  ] as const)('a pièce of which %o: %o', (change, attendues) => {
    expect(pieces(change)).toEqual(attendues)
  })
})

test.each([
  [{ budget: { versionId: 'b1', etat: 'NON_LU' } }, true],
  [{ pieces: [{ ...piece, ouverture: 'EN_ATTENTE' }] }, true],
  [{ budget: { versionId: 'b1', etat: 'ILLISIBLE', motif: 'est protégé.' } }, false],
  [{ pieces: [{ ...piece, ouverture: 'VERROUILLE' }] }, false],
  [{ modifications: [{ id: 'm' }] }, false],
  [{}, false],
] as const)('a worker is still at work on a dossier with %o: %s', (faits, attendu) => {
  expect(lectureEnCours(desBloquants(faits))).toBe(attendu)
})

describe('a waiver', () => {
  const levee: Levee = { cle: 'budget/B01', empreinte: '', motif: 'Vu avec la structure.', par: 'Paul', le: NOW }
  const sur = (charges: bigint, empreinte: string) =>
    desBloquants(
      { ...lu(b01(charges)), pieces: [{ ...piece, ouverture: 'VERROUILLE' }] },
      { levees: [{ ...levee, empreinte }] },
    )
  const empreinte = desBloquants(lu(b01(1n)))[0]?.empreinte ?? ''

  test('holds for the bloquant of its name, on the very fact it was given on, and for no other', () => {
    expect(restants(sur(1n, empreinte)).map(({ cle }) => cle)).toEqual(['fichier_infecte/p'])
    expect(passesOutre(sur(1n, empreinte)).map(({ cle }) => cle)).toEqual(['budget/B01'])
    expect(restants(sur(2n, empreinte)).map(({ cle }) => cle)).toEqual(['budget/B01', 'fichier_infecte/p'])
    expect(refusDesBloquants(sur(1n, empreinte))).toEqual({ reason: 'BLOQUANTS', detail: '1' })
  })

  test('given on one fact of a file, it says nothing of another fact of the same file', () => {
    const illisible = { pieces: [{ ...piece, problemes: ['VIDE' as const] }] }
    const leve = { levees: [{ ...levee, cle: 'fichier_infecte/p', empreinte: piece.versionId }] }
    expect(restants(desBloquants(illisible, leve)).map(({ cle }) => cle)).toEqual(['piece_illisible/p'])
  })

  test('what the demandeur writes is said first, whatever else blocks', () => {
    const faits = { ...lu(b01(1n)), modifications: [{ id: 'm' }] }
    expect(refusDesBloquants(desBloquants(faits))).toEqual({ reason: 'MODIFICATION_A_EXAMINER' })
    const leve = { levees: [{ ...levee, cle: 'modification', empreinte: 'm' }] }
    expect(refusDesBloquants(desBloquants(faits, leve))).toEqual({ reason: 'BLOQUANTS', detail: '1' })
  })

  const agent = (role: Role): Pick<Agent, 'role'> => ({ role })
  test.each([
    [false, ['RESPONSABLE', 'ADMIN']],
    [true, ['INSTRUCTEUR', 'RESPONSABLE', 'ADMIN']],
  ])('where the campagne lets who instructs do it (%s): %o', (instructeurPasseOutre, admis) => {
    expect(ROLES.filter((role) => peutPasserOutre(agent(role), { instructeurPasseOutre }))).toEqual(admis)
  })

  test('is given once, with a reason, by who may, on what blocks now; and taken back where it was given', () => {
    const vise = { etat: 'DEPOSE', bloquants: sur(1n, ''), autorise: true } as const
    const voulu = { cle: 'budget/B01', motif: '  Vu avec la structure.  ' }
    expect(passerOutre(vise, voulu)).toMatchObject({ ok: true, value: { motif: 'Vu avec la structure.' } })
    for (const [change, reason] of [
      [{ etat: 'BROUILLON' }, 'PAS_ENCORE_DEPOSE'],
      [{ etat: 'SANS_SUITE' }, 'DECISION_DEJA_PRISE'],
      [{ autorise: false }, 'RESERVE_AU_RESPONSABLE'],
      [{ bloquants: desBloquants() }, 'BLOQUANT_INCONNU'],
      [{ bloquants: sur(1n, empreinte) }, 'DEJA_PASSE_OUTRE'],
    ] as const)
      expect(passerOutre({ ...vise, ...change }, voulu)).toEqual({ ok: false, reason })
    expect(passerOutre(vise, { ...voulu, motif: 'trop court' })).toMatchObject({ ok: true })
    expect(passerOutre(vise, { ...voulu, motif: ' trop tot ' })).toEqual({ ok: false, reason: 'MOTIF_TROP_COURT' })
    expect(retablirBloquant(vise, 'budget/B01')).toEqual({ ok: false, reason: 'PAS_PASSE_OUTRE' })
    expect(retablirBloquant({ ...vise, bloquants: sur(1n, empreinte) }, 'budget/B01')).toMatchObject({ ok: true })
  })
})
