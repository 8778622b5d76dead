import { describe, expect, test } from 'vitest'
import { NATURES_RECUES } from '#domain/courriel-recu/reclassement'
import { AGE_MAX_QUESTION_JOURS, attendUneReponse, suiteApres } from '#domain/courriel-recu/suite'

const LE = new Date('2025-05-13T08:00:00Z')
const recu = (autre: Partial<Parameters<typeof attendUneReponse>[0]> = {}) => ({
  nature: 'AUTRE' as const,
  de: 'ines@exemple.test',
  automatisme: null,
  texte: 'Les visas sont-ils éligibles ?',
  recuLe: LE,
  ...autre,
})
const jours = (n: number) => new Date(LE.getTime() - n * 86_400_000)

describe('a received mail asks for an answer', () => {
  test('when a person wrote something else than a fiche or a request to modify, read or not', () => {
    const naturesQuiAttendent = NATURES_RECUES.filter((nature) => attendUneReponse(recu({ nature }), LE))
    expect(naturesQuiAttendent).toEqual(['AUTRE', 'ILLISIBLE'])
  })

  test.each([
    ['a machine sent it', { automatisme: 'REPONSE_AUTOMATIQUE' }],
    ['nobody is known to have written it', { de: ' ' }],
    ['it is history when it is read', { recuLe: jours(AGE_MAX_QUESTION_JOURS + 1) }],
    ['it only thanks', { texte: 'Bonjour,\n\nMerci beaucoup, bien reçu.\n\nInès' }],
    [
      'what asks in it is quoted',
      { texte: 'Merci !\n\nLe lun. 5 mai 2025 à 10:04, MCEI <mcei@exemple.test> a écrit :\n> Pouvez-vous confirmer ?' },
    ],
  ])('not when %s', (_pourquoi, autre) => {
    expect(attendUneReponse(recu(autre), LE)).toBe(false)
  })

  test.each([
    'Merci. Et pour les visas ?',
    'Merci, mais je ne trouve pas le formulaire.',
    'Bien reçu, nous souhaitons changer de dates.',
    `Merci. ${'Nous avons encore beaucoup à dire de ce séjour. '.repeat(8)}`,
    'Le séjour est reporté.',
    '',
  ])('even with thanks, or without a word that asks: %j', (texte) => {
    expect(attendUneReponse(recu({ texte }), LE)).toBe(true)
  })

  test('on its last day still', () => {
    expect(attendUneReponse(recu({ recuLe: jours(AGE_MAX_QUESTION_JOURS) }), LE)).toBe(true)
  })
})

test('read again, an answer given stays given, and what waited follows what the mail now is', () => {
  expect(suiteApres('REPONDU', true)).toBe('REPONDU')
  expect(suiteApres('SANS_REPONSE', true)).toBe('SANS_REPONSE')
  expect(suiteApres('REPONDU_AILLEURS', false)).toBe('REPONDU_AILLEURS')
  expect(suiteApres('A_REPONDRE', false)).toBeNull()
  expect(suiteApres('A_REPONDRE', true)).toBe('A_REPONDRE')
  expect(suiteApres(null, true)).toBe('A_REPONDRE')
})
