import { expect, test } from 'vitest'
import { type VUES_DOSSIERS } from '#domain/dossier/vues'
import {
  ACTES_AU_CHOIX,
  ACTES_DE_LOT,
  etapeDuLot,
  lancer,
  NOMS_ACTES_DE_LOT,
  tranchesDe,
} from '#domain/lot-actes/acte-de-lot'
import { remplirMessage } from '#domain/lot-actes/message-type'
import { actesOfferts, phraseCourriels, phraseResultat } from '#libelles/lot-actes/acte-de-lot'

const RIEN = { A_EXAMINER: 0, PRETE: 0, ECARTEE: 0, FAITE: 0, REFUSEE: 0, MODIFIEE: 0, ECHEC: 0 }
const LE = new Date('2025-05-13T08:00:00Z')

test('a lot waits to be filled in, is looked at, waits for a yes, is done, and ends', () => {
  expect(etapeDuLot({ examenLe: null, lanceLe: null }, { ...RIEN, A_EXAMINER: 2 })).toBe('A_REGLER')
  expect(etapeDuLot({ examenLe: LE, lanceLe: null }, { ...RIEN, A_EXAMINER: 1, PRETE: 1 })).toBe('EXAMEN')
  expect(etapeDuLot({ examenLe: LE, lanceLe: null }, { ...RIEN, PRETE: 1, ECARTEE: 1 })).toBe('PRET')
  expect(etapeDuLot({ examenLe: LE, lanceLe: LE }, { ...RIEN, PRETE: 1, FAITE: 1 })).toBe('EN_COURS')
  expect(etapeDuLot({ examenLe: LE, lanceLe: LE }, { ...RIEN, ECARTEE: 1, FAITE: 1 })).toBe('FINI')
})

test('it is sent once, when all was looked at and something changes', () => {
  expect(lancer('PRET', { ...RIEN, PRETE: 1 })).toEqual({ ok: true, value: undefined })
  expect(lancer('PRET', { ...RIEN, ECARTEE: 1 })).toMatchObject({ reason: 'RIEN_A_FAIRE' })
  for (const etape of ['EN_COURS', 'FINI'] as const)
    expect(lancer(etape, { ...RIEN, PRETE: 1 })).toMatchObject({ reason: 'DEJA_LANCE' })
  for (const etape of ['A_REGLER', 'EXAMEN'] as const)
    expect(lancer(etape, { ...RIEN, PRETE: 1 })).toMatchObject({ reason: 'PAS_ENCORE_EXAMINE' })
})

test('the lines go by slices of 25', () => {
  expect(tranchesDe([0, 1, 24, 25, 99])).toEqual([0, 1, 3])
})

test('each tab offers the acts that make sense there, to who may do them', () => {
  const offerts = (role: 'LECTEUR' | 'INSTRUCTEUR' | 'RESPONSABLE', vue: (typeof VUES_DOSSIERS)[number]) =>
    actesOfferts({ id: 'moi', role }, vue).map(({ libelle }) => libelle)
  expect(offerts('LECTEUR', 'tous')).toEqual(['Télécharger les pièces'])
  expect(offerts('INSTRUCTEUR', 'complets')).toEqual([
    'Commencer l’instruction',
    'Proposer un montant',
    'Inscrire à une séance',
    'Affecter',
    'Me les affecter',
    'Étiqueter',
    'Retirer une étiquette',
    'Remplir un champ',
    'Écrire un message',
    'Télécharger les pièces',
  ])
  expect(offerts('RESPONSABLE', 'rejet-proche')[0]).toBe('Clore')
  expect(offerts('INSTRUCTEUR', 'rejet-proche')).not.toContain('Clore')
  expect(actesOfferts({ id: 'moi', role: 'INSTRUCTEUR' }, 'nouveaux')).toContainEqual({
    acte: 'affecter',
    libelle: 'Me les affecter',
    champs: { agentId: 'moi' },
  })
  for (const acte of ACTES_AU_CHOIX) expect(ACTES_DE_LOT[acte].vues).toContain('tous')
  expect(NOMS_ACTES_DE_LOT.filter((acte) => !ACTES_AU_CHOIX.includes(acte))).toEqual(['voter', 'verser'])
})

test('the mails are counted in words, and so is what came of it', () => {
  expect(phraseCourriels({ courriels: 0, retenus: 0 })).toBe('Aucun courriel ne partira.')
  expect(phraseCourriels({ courriels: 2, retenus: 1 })).toBe('2\u00a0courriels partiront, 1\u00a0sera retenu.')
  expect(phraseResultat('affecter', { ...RIEN, FAITE: 2 })).toBe('Terminé\u00a0: 2\u00a0dossiers affectés.')
  expect(phraseResultat('affecter', { ...RIEN, FAITE: 1, MODIFIEE: 2, ECARTEE: 4 })).toBe(
    'Terminé\u00a0: 1\u00a0dossier affecté, 2\u00a0dossiers n’ont pas changé.',
  )
})

test('a message names each dossier, and leaves what is no variable as it was written', () => {
  const valeurs = { numero: '2025-01012', objet: 'Herne', structure: 'Amis' }
  expect(remplirMessage('{numero} { objet } {structure} {autre}', valeurs)).toBe('2025-01012 Herne Amis {autre}')
})

test('to close a selection without an answer, a motif is chosen, and whether a mail tells it', () => {
  const { lire } = ACTES_DE_LOT.classerSansSuite
  const champs = { motif: 'DEPOSE_EN_DOUBLE', precision: 'Gardé\u00a0: 2025-00001.', prevenir: 'non' }
  expect(lire(champs)).toEqual({
    ok: true,
    value: { motif: 'DEPOSE_EN_DOUBLE', precision: champs.precision, prevenir: false },
  })
  expect(lire({ ...champs, prevenir: 'oui', precision: undefined })).toMatchObject({ value: { prevenir: true } })
  for (const manque of [{ prevenir: undefined }, { prevenir: 'peut-être' }, { motif: undefined }, { motif: 'REFUSE' }])
    expect(lire({ ...champs, ...manque })).toMatchObject({ reason: 'A_DONNER' })
  expect(lire({ ...champs, precision: 'x'.repeat(501) })).toMatchObject({ reason: 'PRECISION_TROP_LONGUE' })
})
