import { expect, test } from 'vitest'
import ts from 'typescript'
import { arbreDe, ligneDe, sourcesDe, textesDe, TROU, visiter } from '#support/textes'

/** Where the product writes to people. */
const DITES = ['app', 'workers', 'scripts']

/** Words in s or x that follow a value which is not counted: a day, an amount, a share, a name. */
const NON_COMPTES =
  'inclus attendus demandés souhaités accordés mis après dans dès des mais mois nous pas plus sans ms'.split(' ')

const PLURIEL = new RegExp(
  `${TROU}[ \u00a0](?!(?:${NON_COMPTES.join('|')})(?!\\p{L}))\\p{Ll}[\\p{Ll}’-]*[sx](?!\\p{L})`,
  'u',
)
const PARENTHESE = /\p{L}\((?:s|x|es|nt)\)/u

const nonComptes = (path: string, source?: string) =>
  textesDe(path, source)
    .filter(({ texte }) => PLURIEL.test(texte) || PARENTHESE.test(texte))
    .map(({ ligne, texte }) => `${path}:${ligne} ${texte}`)

const COMPARE = [
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]

/** `n > 1`, `n === 1`, `n < 2`: the question of the plural. */
const demandeLePluriel = (test: ts.Expression): boolean =>
  ts.isBinaryExpression(test) &&
  COMPARE.includes(test.operatorToken.kind) &&
  ts.isNumericLiteral(test.right) &&
  ['1', '2'].includes(test.right.text)

/** The words of a branch; null when it is not a text, or a code (`CREE`). */
function motsDe(branche: ts.Expression): string | null {
  if (ts.isTemplateExpression(branche)) return branche.getText()
  return ts.isStringLiteralLike(branche) && !/^[A-Z_]+$/.test(branche.text) ? branche.text : null
}

/** The name of a number, where « un » is not said before « cent » or « mille »: nothing is counted there. */
const EN_LETTRES = 'app/domain/budget/lecture/montant-en-lettres.ts'

function accordesALaMain(path: string, source?: string): string[] {
  const arbre = arbreDe(path, source)
  const fautes: string[] = []
  visiter(arbre, (node) => {
    if (!ts.isConditionalExpression(node) || !demandeLePluriel(node.condition)) return
    const [a, b] = [motsDe(node.whenTrue), motsDe(node.whenFalse)]
    if (a === null || b === null) return
    if ((a && b) || /^(s|x|es|nt)\b/.test(a || b)) fautes.push(`${path}:${ligneDe(arbre, node)} ${node.getText()}`)
  })
  return fautes
}

test('a number and the noun it counts are said by compter, so that « 1 dossiers » is never read', () => {
  expect(sourcesDe(DITES).flatMap((path) => nonComptes(path))).toEqual([])
})

test('singular and plural are chosen by accorder, in one place', () => {
  const sources = sourcesDe(DITES).filter((path) => path !== EN_LETTRES)
  expect(sources.flatMap((path) => accordesALaMain(path))).toEqual([])
})

test.each([
  ['un modèle', 'export const A = (n: number) => `${n} dossiers`'],
  ['un mot collé par une espace insécable', 'export const A = (n: number) => `${n}\\u00a0jours`'],
  ['une balise', 'export const A = ({ n }: { n: number }) => <p>{n} pièces manquent</p>'],
  ['une parenthèse', 'export const A = "Dossier(s) choisi(s)"'],
])('it sees %s', (_nom, source) => {
  expect(nonComptes('essai.tsx', source)).toHaveLength(1)
})

test.each([
  ['une lettre', 'export const A = (n: number) => `dossier${n > 1 ? "s" : ""}`'],
  ['deux phrases', 'export const A = (n: number) => (n === 1 ? "Un dossier" : `Les dossiers`)'],
])('it sees %s chosen by hand', (_nom, source) => {
  expect(accordesALaMain('essai.tsx', source)).toHaveLength(1)
})
