import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Every file that runs: rooms, workers, demonstration and scripts. */
const fichiers = ['app', 'workers', 'prisma', 'scripts']
  .flatMap((dossier) => ts.sys.readDirectory(dossier, ['.ts', '.tsx']))
  .filter((fichier) => !fichier.includes('app/infra/prisma/'))

type Appel = { fichier: string; fonction: string; appel: string }

/** The name of the function of the file that this node is in; empty outside of any. */
function fonctionDe(node: ts.Node): string {
  let nom = ''
  for (let ici: ts.Node = node; !ts.isSourceFile(ici); ici = ici.parent)
    if ((ts.isFunctionDeclaration(ici) || ts.isVariableDeclaration(ici)) && ici.name) nom = ici.name.getText()
  return nom
}

/** Each call whose callee reads like this, in every file. */
const appels = (motif: RegExp): Appel[] =>
  fichiers.flatMap((fichier) => {
    const texte = readFileSync(fichier, 'utf8')
    const source = ts.createSourceFile(fichier, texte, ts.ScriptTarget.Latest, true)
    const trouves: Appel[] = []
    const voir = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && motif.test(node.expression.getText()))
        trouves.push({ fichier, fonction: fonctionDe(node), appel: node.expression.getText() })
      node.forEachChild(voir)
    }
    voir(source)
    return trouves
  })

test('a mail is written by two functions: the one that asks the gate, and the one for an officer’s own words', () => {
  const ecrits = appels(/\bcourriel\.(?:create|upsert)\w*$/)
  expect(ecrits.map(({ fichier, fonction }) => `${fichier} ${fonction}`)).toEqual([
    'app/infra/courriels.server.ts promettreConstates',
    'app/infra/courriels.server.ts writeMessage',
  ])
  const enSql = fichiers.filter((fichier) => /INSERT\s+INTO\s+"?courriel"?\b/i.test(readFileSync(fichier, 'utf8')))
  expect(enSql).toEqual([])
})

test('the gate is asked by the act that promises, by the one that may be refused, and by the departure; nobody else', () => {
  expect(appels(/^passerLaPorte$/).map(({ fonction }) => fonction)).toEqual([
    'demanderLaPorte',
    'demanderPassage',
    'permisDePartir',
  ])
})

test('a mail leaves by one handler, once the departure has let it through', () => {
  const envois = appels(/\bmailer\.send$/)
  expect(envois.map(({ fichier }) => fichier)).toEqual(['workers/handlers/envoyer-courriel.ts'])
  expect(appels(/^prendreDepart$/).map(({ fichier }) => fichier)).toEqual(['workers/handlers/envoyer-courriel.ts'])
})
