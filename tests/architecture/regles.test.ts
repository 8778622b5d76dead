import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * What a rule may be called without, and why forgetting it lets nothing through. Elsewhere an input that is not always there is `null`: its
 * caller says so.
 */
const PERMIS: Record<string, string> = {
  'piece/piece.ts controler motif': 'absent, what wants a reason is refused',
  'piece/piece.ts controler precision': 'absent, what wants words is refused',
  'dossier/decision.ts decider precision': 'absent, what wants words is refused',
  'structure/commune.ts trouverCommune cedex': 'absent, the code is compared: the stricter reading',
}

/** Rules that refuse nothing, and on whose answer a right or a delay rests. */
const DECISIVES = [
  'campagne/exigence.ts exigees',
  'campagne/exigence.ts resoudre',
  'courriel/fil.ts suiteDuFil',
  'dossier/delais.ts horlogeRejet',
  'dossier/delais.ts rejetImpliciteLe',
  'dossier/reste-a-faire.ts resteAFaire',
  'dossier/reste-a-faire.ts suiteProbable',
  'portail/modification.ts estChampOuvert',
  'portail/modification.ts estPieceOuverte',
]

const configuration = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
)
const options = { ...configuration?.options, incremental: false, types: [] }
const fichiers = ts.sys.readDirectory('app/domain', ['.ts'])
const programme = ts.createProgram(fichiers, options)
const verificateur = programme.getTypeChecker()

/** A refusal is an answer: `Result<…>`, or the reason itself. */
const refuse = (signature: ts.Signature): boolean =>
  /\bResult<|\bNo<|\b(?:Refus|Empechement)\w*\b/.test(
    signature.declaration?.type?.getText() ??
      verificateur.typeToString(signature.getReturnType(), undefined, ts.TypeFormatFlags.NoTruncation),
  )

const duDomaine = (symbole: ts.Symbol): boolean =>
  symbole.declarations?.some((d) => d.getSourceFile().fileName.includes('app/domain/')) ?? false

/** The properties a caller may leave out, of this type and of each that it joins. */
function facultatives(type: ts.Type): string[] {
  const vu = type.isTypeParameter() ? (type.getConstraint() ?? type) : type
  if (vu.isUnion()) return vu.types.flatMap(facultatives)
  if (verificateur.isArrayType(vu)) return verificateur.getTypeArguments(vu as ts.TypeReference).flatMap(facultatives)
  return vu
    .getProperties()
    .filter((symbole) => (symbole.flags & ts.SymbolFlags.Optional) !== 0 && duDomaine(symbole))
    .map(({ name }) => name)
}

function oublis(parametre: ts.Symbol): string[] {
  const declaration = parametre.valueDeclaration
  if (!declaration || !ts.isParameter(declaration)) return []
  const facultatif = declaration.questionToken !== undefined || declaration.initializer !== undefined
  return [...(facultatif ? [parametre.name] : []), ...facultatives(verificateur.getTypeOfSymbol(parametre))]
}

test('a rule that may refuse is given all that it looks at: nothing it needs is optional', () => {
  const regles: string[] = []
  const trouves: string[] = []
  for (const source of programme
    .getSourceFiles()
    .filter(({ fileName }) => fichiers.some((f) => fileName.endsWith(f)))) {
    const module = verificateur.getSymbolAtLocation(source)
    for (const symbole of module ? verificateur.getExportsOfModule(module) : []) {
      if (!symbole.valueDeclaration || source.fileName.endsWith('/result.ts')) continue
      const nom = `${source.fileName.slice(source.fileName.indexOf('app/domain/') + 11)} ${symbole.name}`
      for (const signature of verificateur.getTypeOfSymbol(symbole).getCallSignatures()) {
        if (!DECISIVES.includes(nom) && !refuse(signature)) continue
        regles.push(nom)
        trouves.push(...signature.parameters.flatMap(oublis).map((oubli) => `${nom} ${oubli}`))
      }
    }
  }
  expect(regles).toEqual(
    expect.arrayContaining(['dossier/decision.ts decider', 'dossier/deverrouillage.ts deverrouiller']),
  )
  expect([...new Set(trouves)].sort()).toEqual(Object.keys(PERMIS).sort())
})
