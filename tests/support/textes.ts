import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'

/** Stands in a text for what is only known at run time: `${…}`, or an expression or an element among the children of an element. */
export const TROU = '\uFFFC'

/** A text that the source writes: a string, a template with its holes, or the children of an element as they will read. */
export type Texte = { path: string; ligne: number; texte: string }

/** Every source file of these rooms, what Prisma generates and the fixtures apart. */
export const sourcesDe = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter((path) => !path.startsWith('app/infra/prisma/') && !path.startsWith('tests/fixtures/')),
  )

export const arbreDe = (path: string, source = readFileSync(path, 'utf8')): ts.SourceFile =>
  ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)

export const ligneDe = (arbre: ts.SourceFile, node: ts.Node): number =>
  arbre.getLineAndCharacterOfPosition(node.getStart(arbre)).line + 1

export function visiter(node: ts.Node, voir: (node: ts.Node) => void): void {
  voir(node)
  ts.forEachChild(node, (enfant) => {
    visiter(enfant, voir)
  })
}

const deModele = (node: ts.TemplateExpression): string =>
  [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(TROU)

/** What a person reads of a text between tags: the line breaks of the source and their indentation are not there. */
const lisible = (texte: string): string =>
  texte
    .split('\n')
    .map((l, i, toutes) =>
      (i === 0 ? l : l.trimStart()).slice(0, i === toutes.length - 1 ? undefined : l.trimEnd().length),
    )
    .filter(Boolean)
    .join(' ')

const deBalises = (enfants: ts.NodeArray<ts.JsxChild>): string =>
  enfants
    .map((enfant) => {
      if (ts.isJsxText(enfant)) return lisible(enfant.text)
      const dit = ts.isJsxExpression(enfant) ? enfant.expression : undefined
      if (!dit) return ts.isJsxExpression(enfant) ? '' : TROU
      if (ts.isStringLiteralLike(dit)) return dit.text
      return ts.isTemplateExpression(dit) ? deModele(dit) : TROU
    })
    .join('')

const estUnMotif = (node: ts.Node): boolean =>
  ts.isExpression(node) &&
  ((ts.isNewExpression(node) && node.expression.getText() === 'RegExp') || estUnMotif(node.parent))

/** True of what names a module or a type, and of what a function reads (SQL, a pattern): no person reads them. */
const estTechnique = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node.parent) ||
  ts.isExportDeclaration(node.parent) ||
  ts.isLiteralTypeNode(node.parent) ||
  ts.isTaggedTemplateExpression(node.parent) ||
  estUnMotif(node)

export function textesDe(path: string, source?: string): Texte[] {
  const arbre = arbreDe(path, source)
  const textes: Texte[] = []
  visiter(arbre, (node) => {
    const dit = (texte: string) => textes.push({ path, ligne: ligneDe(arbre, node), texte })
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) dit(deBalises(node.children))
    if (ts.isStringLiteralLike(node) && !estTechnique(node)) dit(node.text)
    if (ts.isTemplateExpression(node) && !estTechnique(node)) dit(deModele(node))
  })
  return textes
}
