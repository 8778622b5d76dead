import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { no, ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import { propre } from '#fichiers/pdf/caracteres'

const require = createRequire(import.meta.url)

const POLICES = ['400Regular/SourceSans3_400Regular', '600SemiBold/SourceSans3_600SemiBold'].map((nom) =>
  readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${nom}.ttf`)),
)

type FichierTypst = `${string}.typ`

const lireTypst = (nom: FichierTypst): string => readFileSync(new URL(`./${nom}`, import.meta.url), 'utf8')

/**
 * The font draws the space that breaks no line as it draws the other one, so that the compiler writes by its side which of the two it is: a reader
 * made with poppler (Okular, Evince, `pdfinfo -struct-text`) then leaves out what follows it in its element. The narrow one has a sign of its own.
 */
const sansEspaceDouble = (texte: string): string => texte.replaceAll('\u00a0', '\u202f')

/** The look of one kind of document, from its files beside this one: each begins with what they all look like. */
export const lireModele = (...noms: FichierTypst[]): string =>
  sansEspaceDouble(['document.typ' as const, ...noms].map(lireTypst).join('\n'))

/** Compilations that what Typst remembers may outlive: with none, 2,000 letters hold five times the memory. */
const AGE_MAX = 10

/** Stands for what no font of ours draws. */
const INCONNU = '\u25a1'

/** Words as they may be drawn: cleaned, and one of more than `mot` characters cut where a line ends, each half of them. */
export const dessinable = (texte: string, mot: number): string =>
  propre(texte).replace(/\S+/gu, (un) => {
    const signes = Array.from(un)
    if (signes.length <= mot) return un
    const coupe = Math.floor(mot / 2)
    return signes.map((signe, rang) => (rang > 0 && rang % coupe === 0 ? `\u200b${signe}` : signe)).join('')
  })

/** The same data, each of its texts changed. */
export const changer = <T>(valeur: T, texte: (un: string) => string): T => changerTout(valeur, texte) as T

function changerTout(valeur: unknown, texte: (un: string) => string): unknown {
  if (typeof valeur === 'string') return texte(valeur)
  if (Array.isArray(valeur)) return valeur.map((un) => changerTout(un, texte))
  if (typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(Object.entries(valeur).map(([nom, un]) => [nom, changerTout(un, texte)]))
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
function compiler(modele: string, donnees: unknown): Buffer {
  const typst = ouvrir()
  const compile = typst.compile({
    mainFileContent: modele,
    inputs: { donnees: JSON.stringify(donnees) },
  })
  const defaut = compile.takeError() ?? compile.takeWarnings()
  if (defaut) throw new Error(JSON.stringify(typst.fetchDiagnostics(defaut)))
  const { result } = compile
  if (!result) throw new Error('Typst gave no document and no reason')
  return typst.pdf(result, { pdfStandard: 'ua-1' })
}

type Document = Readonly<Record<string, unknown>> & { titre: string; le: Jour }

/** The same data as Typst takes it: its day in numbers, its words without the space that no other reader passes; the title is not drawn. */
function enDonnees({ le, titre, ...document }: Document): unknown {
  const [annee, mois, jour] = le.split('-').map(Number)
  return { ...changer(document, sansEspaceDouble), titre, jour: { annee, mois, jour } }
}

/**
 * A document of ours as PDF/UA-1: tagged, titled, in French, its fonts inside, the same bytes for the same data. Its texts are data and never
 * markup, each made by {@link dessinable}; what no font draws (an emoji, an ideogram) is a square. NON_COMPOSE where Typst warns of anything, its
 * words in `detail`.
 */
export function composerPdf(modele: string, document: Document): Result<Buffer, 'NON_COMPOSE'> {
  const donnees = enDonnees(document)
  try {
    return ok(compiler(modele, donnees))
  } catch (erreur) {
    const manquants = indessinables(String(erreur))
    if (manquants.length === 0) return no('NON_COMPOSE', String(erreur))
    const dessinables = changer(donnees, (texte) =>
      manquants.reduce((reste, manquant) => reste.replaceAll(manquant, INCONNU), texte),
    )
    try {
      return ok(compiler(modele, dessinables))
    } catch (encore) {
      return no('NON_COMPOSE', String(encore))
    }
  } finally {
    compilateur?.evictCache(AGE_MAX)
  }
}
