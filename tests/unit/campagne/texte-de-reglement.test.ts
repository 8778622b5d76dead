import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blocsDuReglement,
  lignesChangees,
  LONGUEUR_MAX_REGLEMENT,
  texteDeReglement,
} from '#domain/campagne/texte-de-reglement'

const garde = (saisi: string): string => {
  const lu = texteDeReglement(saisi)
  if (!lu.ok) throw new Error(lu.reason)
  return lu.value
}

const ligne = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('', '  ', '- un point', '•\tautre', 'Article 2 : Qui', 'Préambule', 'Titre de séjour'),
)
const texte = fc.array(ligne, { maxLength: 20 }).map((lignes) => lignes.join('\n'))

describe('the text of a règlement', () => {
  test('is kept line by line, as it was pasted, without what is not read', () => {
    expect(garde('\r\n  Article 1\u00a0:  Qui \r\n\r\n\r\nLes\tcommunes.\u200b\r\n- de l’Artois\r\n\r\n')).toBe(
      'Article 1 : Qui\n\nLes communes.\n- de l’Artois',
    )
    expect(garde(' \n\n')).toBe('')
    expect(garde('é'.repeat(LONGUEUR_MAX_REGLEMENT))).toHaveLength(LONGUEUR_MAX_REGLEMENT)
    expect(texteDeReglement('é'.repeat(LONGUEUR_MAX_REGLEMENT + 1))).toEqual({
      ok: false,
      reason: 'REGLEMENT_TROP_LONG',
    })
  })

  test.each([
    ['Article 1', 'TITRE'],
    ['ARTICLE 12 – Le bilan', 'TITRE'],
    ['Article 1er. Objet', 'TITRE'],
    ['Chapitre IV : Des voyages', 'TITRE'],
    ['Annexe A', 'TITRE'],
    ['Préambule', 'TITRE'],
    ['Article 5 du règlement financier, qui s’applique ici', 'PARAGRAPHE'],
    ['Titre de séjour', 'PARAGRAPHE'],
    ['Section sportive', 'PARAGRAPHE'],
    ['L’aide est versée en deux fois.', 'PARAGRAPHE'],
  ])('« %s » is read as %s', (mots, sorte) => {
    expect(blocsDuReglement(mots)).toEqual([{ sorte, mots }])
  })

  test('lines that begin with a dash are one list, until another line or a blank one', () => {
    expect(blocsDuReglement('- un\n• deux\nPuis\n– trois\n\n- quatre')).toEqual([
      { sorte: 'LISTE', points: ['un', 'deux'] },
      { sorte: 'PARAGRAPHE', mots: 'Puis' },
      { sorte: 'LISTE', points: ['trois'] },
      { sorte: 'LISTE', points: ['quatre'] },
    ])
  })

  test('kept once or twice, it is the same, and no line of it is lost to who reads it', () => {
    fc.assert(
      fc.property(texte, (saisi) => {
        const garde1 = garde(saisi)
        expect(garde(garde1)).toBe(garde1)
        const lus = blocsDuReglement(garde1).flatMap((bloc) => (bloc.sorte === 'LISTE' ? bloc.points : [bloc.mots]))
        const lignes = garde1.split('\n').filter((une) => une !== '')
        expect(lus).toHaveLength(lignes.length)
        lus.forEach((mots, rang) => expect(lignes[rang]?.endsWith(mots)).toBe(true))
      }),
    )
  })

  test('what goes and what comes is what only one of the two says', () => {
    fc.assert(
      fc.property(texte, texte, (un, deux) => {
        const [avant, apres] = [garde(un), garde(deux)]
        const { retirees, ajoutees } = lignesChangees(avant, apres)
        expect(lignesChangees(apres, avant)).toEqual({ retirees: ajoutees, ajoutees: retirees })
        expect(lignesChangees(avant, avant)).toEqual({ retirees: [], ajoutees: [] })
        for (const une of retirees) expect(apres.split('\n')).not.toContain(une)
      }),
    )
  })
})
