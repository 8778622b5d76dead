import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourcesDe, textesDe } from '#support/textes'

/** Where the product writes to people. */
const DITES = ['app', 'workers', 'scripts']

/** A space that a line may break at, where French wants one that it may not. */
const COUPABLE = / [:;!?%»](?![\w=:)/])|« |\d €/
/** A number format of a workbook: `0.0 %`. */
const FORMAT = /^[0#., %€"]+$/

const fautes = (path: string, source?: string) =>
  textesDe(path, source)
    .filter(({ texte }) => COUPABLE.test(texte) && !FORMAT.test(texte))
    .map(({ ligne, texte }) => `${path}:${ligne} ${texte}`)

test('a hard space is written before : ; ! ? % » and after «, in every sentence', () => {
  expect(sourcesDe(DITES).flatMap((path) => fautes(path))).toEqual([])
})

test('a hard space is spelled by its escape in small letters, and in no other way', () => {
  const autrement = /[\u00a0\u202f]|\\u00A0|\\u202F|\\x[aA]0|\\u\{0*(?:[aA]0|202[fF])\}|&nbsp;|&#(?:160|xa0|8239);/
  const lignes = sourcesDe([...DITES, 'prisma', 'bench'])
  expect(lignes.filter((path) => autrement.test(readFileSync(path, 'utf8')))).toEqual([])
})

test.each([
  ['une phrase', "export const A = 'Attention : lisez.'"],
  ['un modèle', 'export const A = (n: string) => `« ${n}\\u00a0»`'],
  ['une balise', 'export const A = () => <p>Budget : équilibré</p>'],
  ['une valeur puis deux points', 'export const A = ({ n }: { n: string }) => <p>{n} : équilibré</p>'],
  ['un attribut', 'export const A = () => <p title="Qui ?" />'],
])('it sees %s', (_nom, source) => {
  expect(fautes('essai.tsx', source)).toHaveLength(1)
})
