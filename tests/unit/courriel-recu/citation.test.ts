import { describe, expect, test } from 'vitest'
import { partagerCitation } from '#domain/courriel-recu/citation'

describe('a mail without what it quotes', () => {
  test.each([
    ['Oui.\n\nLe 6 mai 2025 à 11:02, MCEI a écrit :\n> Bonjour', 'Oui.'],
    ['Oui.\n\n-----Message d’origine-----\nDe : MCEI', 'Oui.'],
    ['Oui.\n> Bonjour\n> Maëlle', 'Oui.'],
    ['Oui.\n\nDe : MCEI\nEnvoyé : mardi', 'Oui.'],
    ['Oui, le 3 mai.', 'Oui, le 3 mai.'],
  ])('%j says %j', (texte, propre) => {
    expect(partagerCitation(texte).propre).toBe(propre)
  })

  test('one that is only a quotation is kept whole', () => {
    expect(partagerCitation('> Bonjour')).toEqual({ propre: '> Bonjour', cite: '' })
  })
})
