import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lireNote, LONGUEUR_MAX_NOTE, nommer, nommesDans, verifierAuteur } from '#domain/note/note'

const AGENTS = [
  { id: '1', prenom: 'Camille', nom: 'Duriez' },
  { id: '2', prenom: 'Anne', nom: 'Marie' },
  { id: '3', prenom: 'Anne', nom: 'Marie Leclercq' },
  { id: '4', prenom: 'Inès', nom: 'Delcroix' },
]
const nommes = (texte: string) => nommesDans(texte, AGENTS).map(({ id }) => id)

describe('a note names', () => {
  test.each([
    ['Vu avec @Camille Duriez.', ['1']],
    ['@camille duriez, @Ines DELCROIX : à voir', ['1', '4']],
    ['@Camille Duriez et encore @Camille Duriez', ['1']],
    ['@Anne Marie Leclercq relira', ['3']],
    ['@Anne Marie relira', ['2']],
    ['@Camille Duriezot', []],
    ['Camille Duriez sans le signe, ines@exemple.test', []],
    ['', []],
  ])('%j: %j', (texte, attendus) => {
    expect(nommes(texte)).toEqual(attendus)
  })

  test('whoever its form names, whatever stands around', () => {
    const mots = fc.stringMatching(/^[a-z ,.]{0,30}$/)
    fc.assert(
      fc.property(mots, fc.constantFrom(...AGENTS), mots, (avant, agent, apres) => {
        expect(nommes(`${avant} ${nommer(agent)}. ${apres}`)).toEqual([agent.id])
      }),
    )
  })
})

test('it says something, and not too much', () => {
  expect(lireNote('  Vu.\n')).toEqual({ ok: true, value: 'Vu.' })
  expect(lireNote(' \n ')).toMatchObject({ reason: 'NOTE_VIDE' })
  expect(lireNote('a'.repeat(LONGUEUR_MAX_NOTE))).toMatchObject({ ok: true })
  expect(lireNote('a'.repeat(LONGUEUR_MAX_NOTE + 1))).toMatchObject({ reason: 'NOTE_TROP_LONGUE' })
})

test('only its author changes it, while it is there', () => {
  expect(verifierAuteur({ auteurId: '1', retireeLe: null }, { id: '1' })).toMatchObject({ ok: true })
  expect(verifierAuteur({ auteurId: '1', retireeLe: null }, { id: '2' })).toMatchObject({ reason: 'PAS_VOTRE_NOTE' })
  expect(verifierAuteur({ auteurId: '1', retireeLe: new Date() }, { id: '1' })).toMatchObject({
    reason: 'NOTE_RETIREE',
  })
})
