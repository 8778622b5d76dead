import { describe, expect, test } from 'vitest'
import { formatMontant } from '#domain/budget/montant'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import type { Lettre } from '#emails/lettre'
import { lettreDeDecision } from '#emails/lettre-de-decision'
import { ecrireLettre } from '#fichiers/pdf/lettre-pdf'
import { dite, faitsDeLettre } from '../courriel/faits-de-lettre'
import { expectLueDeMemeParPoppler } from './deux-lecteurs'
import { enMots, lire } from './lu-a-voix-haute'
import { HOSTILES } from './mots-hostiles'

const accord = (): Lettre => {
  const lettre = lettreDeDecision(faitsDeLettre(dite('decision_favorable')))
  if (!lettre) throw new Error('no letter')
  return lettre
}

const ecrire = (lettre: Lettre): Uint8Array => {
  const ecrite = ecrireLettre(lettre)
  if (!ecrite.ok) throw new Error(ecrite.detail)
  return new Uint8Array(ecrite.value)
}

describe('a letter that is read aloud', () => {
  test('has its title and its language, and says that it is PDF/UA', async () => {
    const { info, metadata, pdf } = await lire(ecrire(accord()))
    expect(info).toMatchObject({ Title: accord().titre, Language: 'fr-FR' })
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    expect(String(metadata.getRaw())).toMatch(/pdfuaid:part>1</)
  })

  test('has its headings in order, its list and its table with heads', async () => {
    const { elements, dits } = await lire(ecrire(accord()))
    const titres = elements.filter(([role]) => /^H\d$/.test(role))
    expect(titres.map(([role]) => role)).toEqual(['H1', 'H2', 'H2', 'H2'])
    expect(titres.map(([, mots]) => mots)).toEqual([
      'Objet : Subvention accordée pour votre demande n° 2025-01012',
      'Montants et versement',
      'Ce qui suit',
      'Voies et délais de recours',
    ])
    expect(dits('Table')).toHaveLength(1)
    expect(dits('TH')).toEqual(['Montants', 'En euros'])
    expect(dits('TD')).toHaveLength(8)
    expect(dits('LI').length).toBeGreaterThan(5)
  })

  test('is read from who writes to how to contest, the amount in figures and letters', async () => {
    const { tout } = await lire(ecrire(accord()))
    const rangs = [
      'Département du Pas-de-Calais',
      'COMITE DE JUMELAGE',
      'Arras, le',
      'Objet',
      `${formatMontant(450_000n)} (${montantEnLettres(450_000n)})`,
      'Je vous prie',
      'Jeanne Martin',
      'tribunal administratif de Lille',
    ].map((mots) => tout.indexOf(enMots(mots)))
    expect(rangs).not.toContain(-1)
    expect(rangs).toEqual(rangs.toSorted((a, b) => a - b))
  })

  test('is read whole by another reader, its spaces that break no line with it', async () => {
    await expectLueDeMemeParPoppler(ecrire(accord()))
  })

  test('is the same to the byte each time', () => {
    expect(Buffer.from(ecrire(accord())).equals(Buffer.from(ecrire(accord())))).toBe(true)
  })
})

describe('words from outside', () => {
  test.each(HOSTILES)('%s is text, wherever it stands', async (mots) => {
    const lettre = accord()
    const { tout, dits } = await lire(
      ecrire({
        ...lettre,
        titre: mots,
        destinataire: [mots],
        references: [['Projet', mots]],
        objet: mots,
        corps: [{ titre: mots, blocs: [{ genre: 'citation', texte: mots }] }, ...lettre.corps],
        pied: mots,
      }),
    )
    expect(tout.split(mots).length - 1).toBe(5)
    expect(dits('H1')).toEqual([`Objet : ${mots}`])
  })

  test('what no font of ours draws is a square, and the letter is still made; Arabic and Hebrew are drawn', async () => {
    const { tout } = await lire(
      ecrire({ ...accord(), objet: 'Fête 😀 漢字 \u202egauche\u0007 שלום', destinataire: ['مرحبا'] }),
    )
    expect(tout).toContain('Fête □ □□ gauche')
    expect(tout).toContain('ש')
    expect(tout).toMatch(/\p{Script=Arabic}/u)
  })

  test('a very long name pushes the letter down and stays on the page', async () => {
    const { pdf, tout } = await lire(
      ecrire({ ...accord(), destinataire: ['X'.repeat(300), 'DES AMIS DE LA VILLE '.repeat(20)] }),
    )
    const page = await pdf.getPage(1)
    const [, , largeur = 0] = page.view
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) expect(Number(item.transform[4]) + item.width).toBeLessThan(largeur - 40)
    expect(tout.replace(/[^X]/g, '').length).toBeGreaterThanOrEqual(300)
  })

  test('a warning gives no letter: a skipped level of heading, a title that is missing', () => {
    expect(ecrireLettre({ ...accord(), titre: '' })).toMatchObject({ ok: false, reason: 'LETTRE_NON_COMPOSEE' })
  })
})
