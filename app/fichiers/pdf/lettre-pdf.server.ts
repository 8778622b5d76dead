import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { no, ok, type Result } from '#domain/result'
import type { Lettre } from '#emails/lettre'
import { propre } from '#fichiers/pdf/caracteres'

const require = createRequire(import.meta.url)

const POLICES = ['400Regular/SourceSans3_400Regular', '600SemiBold/SourceSans3_600SemiBold'].map((nom) =>
  readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${nom}.ttf`)),
)

const MODELE = readFileSync(new URL('./lettre.typ', import.meta.url), 'utf8')

/** Compilations that what Typst remembers may outlive: with none, 2,000 letters hold five times the memory. */
const AGE_MAX = 10

/** Stands for what no font of ours draws. */
const INCONNU = '\u25a1'

/** A word longer than a line of the address may be cut, each so many characters. */
const LONG = /\S{41,}/gu
const COUPE = 20

const coupable = (texte: string): string =>
  texte.replace(LONG, (mot) => {
    const signes = Array.from(mot)
    return signes.map((signe, rang) => (rang > 0 && rang % COUPE === 0 ? `\u200b${signe}` : signe)).join('')
  })

/** The same data, each of its texts changed. */
function changer(valeur: unknown, texte: (un: string) => string): unknown {
  if (typeof valeur === 'string') return texte(valeur)
  if (Array.isArray(valeur)) return valeur.map((un) => changer(un, texte))
  if (typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(Object.entries(valeur).map(([nom, un]) => [nom, changer(un, texte)]))
}

const enDonnees = ({ le, lieuEtDate, ...lettre }: Lettre): unknown => {
  const [annee, mois, jour] = le.split('-').map(Number)
  return { ...lettre, jour: { annee, mois, jour }, 'lieu-et-date': lieuEtDate }
}

/**
 * What the compiler says that it cannot draw, each between quotes: PDF/UA admits no empty box in the place of a letter. A sign it writes by its code
 * is given as itself.
 */
const indessinables = (message: string): string[] =>
  message
    .split('could not be displayed')
    .slice(0, -1)
    .map((avant) => avant.split('the text `').at(-1)?.split('"')[1]?.replaceAll('\\', '') ?? '')
    .map((texte) => texte.replace(/u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16))))
    .filter((texte) => texte !== '')

let compilateur: NodeCompiler | undefined

const ouvrir = (): NodeCompiler =>
  (compilateur ??= NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: POLICES }] }))

/** Each warning is an error: a font that is missing would change the letter without a word. */
function compiler(donnees: unknown): Buffer {
  const typst = ouvrir()
  const compile = typst.compile({ mainFileContent: MODELE, inputs: { lettre: JSON.stringify(donnees) } })
  const defaut = compile.takeError() ?? compile.takeWarnings()
  if (defaut) throw new Error(JSON.stringify(typst.fetchDiagnostics(defaut)))
  const { result } = compile
  if (!result) throw new Error('Typst gave no document and no reason')
  return typst.pdf(result, { pdfStandard: 'ua-1' })
}

/**
 * A letter as PDF/UA-1: tagged, titled, in French, its fonts inside, the same bytes for the same data. Its texts are data and never markup; what no
 * font draws (an emoji, an ideogram) is a square. LETTRE_NON_COMPOSEE where Typst warns of anything, its words in `detail`.
 */
export function ecrireLettre(lettre: Lettre): Result<Buffer, 'LETTRE_NON_COMPOSEE'> {
  const donnees = changer(enDonnees(lettre), (texte) => coupable(propre(texte)))
  try {
    return ok(compiler(donnees))
  } catch (erreur) {
    const manquants = indessinables(String(erreur))
    if (manquants.length === 0) return no('LETTRE_NON_COMPOSEE', String(erreur))
    const dessinables = changer(donnees, (texte) =>
      manquants.reduce((reste, manquant) => reste.replaceAll(manquant, INCONNU), texte),
    )
    try {
      return ok(compiler(dessinables))
    } catch (encore) {
      return no('LETTRE_NON_COMPOSEE', String(encore))
    }
  } finally {
    compilateur?.evictCache(AGE_MAX)
  }
}
