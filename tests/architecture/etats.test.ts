import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { ETATS } from '#domain/dossier/etat'
import { arbreDe, sourcesDe, visiter } from '#support/textes'

/** What may write the state of a dossier, beside the table itself (app/domain/dossier/etat.ts). */
const ECRIVAINS = sourcesDe(['app/usecases', 'app/infra/stores']).filter((path) => path.endsWith('.ts'))

const nomDe = (node: ts.Node): string | null =>
  (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && ts.isIdentifier(node.name)
    ? node.name.text
    : null

/** The words that a value may be: its own, or those of either branch. */
const motsDe = (valeur: ts.Expression): string[] =>
  ts.isConditionalExpression(valeur)
    ? [...motsDe(valeur.whenTrue), ...motsDe(valeur.whenFalse)]
    : ts.isStringLiteral(valeur)
      ? [valeur.text]
      : []

/** The states of a dossier that a file gives in words of its own, in a row or in the journal. */
function etatsEcrits(path: string): string[] {
  const trouves: string[] = []
  visiter(arbreDe(path), (node) => {
    if (ts.isPropertyAssignment(node) && ['etat', 'apres'].includes(nomDe(node) ?? ''))
      trouves.push(...motsDe(node.initializer).filter((mot) => ETATS.some((etat) => etat === mot)))
  })
  return trouves.map((etat) => `${path} ${etat}`)
}

/** Where a state is said that follows no other. */
const PERMIS: Record<string, string> = {
  'app/infra/stores/seance/seance.server.ts VOTE': 'read, not written',
  'app/usecases/demande-en-ligne/depot/poser-demande.server.ts DEPOSE': 'a demande on line becomes a dossier',
  'app/usecases/demande-en-ligne/valider-demande.server.ts DEPOSE': 'its entry in the journal',
}

test('no act gives a dossier a state of its own word: it asks the table', () => {
  expect(ECRIVAINS.flatMap(etatsEcrits).sort()).toEqual(Object.keys(PERMIS))
})

/** True where this names the state of a dossier among what its row becomes. */
function ditLEtat(node: ts.Node | undefined): boolean {
  let dit = false
  if (node)
    visiter(node, (fils) => {
      dit ||= nomDe(fils) === 'etat' || (ts.isIdentifier(fils) && fils.text === 'changeDe')
    })
  return dit
}

/** An act that changes the state of a dossier: by its `change`, by the claim of its row, or by an update of it. */
function change(path: string): boolean {
  const texte = readFileSync(path, 'utf8')
  if (!/#infra\/stores\/dossier\/dossier'|#usecases\/dossier\/agir-sur-dossier'|\.dossier\.update\(/.test(texte))
    return false
  let trouve = false
  visiter(arbreDe(path, texte), (node) => {
    if (nomDe(node) === 'change') trouve ||= ditLEtat(node)
    if (!ts.isCallExpression(node)) return
    const appel = node.expression.getText()
    if (appel === 'claimVersion') trouve ||= ditLEtat(node.arguments[2])
    if (appel.endsWith('.dossier.update')) trouve ||= ditLEtat(node.arguments[0])
  })
  return trouve
}

const DEMANDE = /import \{[^}]*\b(?:droitDe|suite|seFait)\b[^}]*\} from '#domain\/dossier\/etat'/u

test('each act that changes the state of a dossier asks the table', () => {
  const changent = ECRIVAINS.filter(change)
  expect(changent.map((path) => path.replace(/^app\/|\.server\.ts$/gu, '')).sort()).toEqual([
    'infra/stores/piece/completude',
    'usecases/complement/annuler-complements',
    'usecases/complement/demander-complements',
    'usecases/dossier/avancer-dossier',
    'usecases/dossier/constater-dossier',
    'usecases/dossier/decider-dossier',
    'usecases/dossier/declarer-complet',
    'usecases/dossier/reprendre-decision',
    'usecases/dossier/retirer-sa-demande',
    'usecases/dossier/rouvrir-decision',
    'usecases/portail/reprendre-demande',
    'usecases/seance/notifier-dossier',
    'usecases/seance/voter-ligne',
  ])
  // A member of the structure takes no right of ours: the rule of decisions asks the table for them.
  const parLaRegle = ['app/usecases/dossier/retirer-sa-demande.server.ts']
  expect(changent.filter((path) => !DEMANDE.test(readFileSync(path, 'utf8')))).toEqual(parLaRegle)
})
