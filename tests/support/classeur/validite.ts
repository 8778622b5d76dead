import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import validate from '@ooxml-tools/validate'
import { BlobReader, configure, TextReader, TextWriter, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import ExcelJS from 'exceljs'
import { fautesDeSchema } from '#support/classeur/schemas'

configure({ useWebWorkers: false })

/** The parts of a workbook, by their names. */
export async function partiesDe(contenu: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const zip = new ZipReader(new BlobReader(new Blob([contenu])))
  const parties = new Map<string, string>()
  for (const entree of await zip.getEntries())
    if (!entree.directory) parties.set(entree.filename, await entree.getData(new TextWriter()))
  return parties
}

/** The same workbook, one part written otherwise: a fault sown to see it found. */
export async function avecPartie(contenu: Uint8Array<ArrayBuffer>, nom: string, changer: (xml: string) => string) {
  const sortie = new ZipWriter(new Uint8ArrayWriter())
  for (const [partie, xml] of await partiesDe(contenu))
    await sortie.add(partie, new TextReader(partie === nom ? changer(xml) : xml))
  return sortie.close()
}

/**
 * ExcelJS writes what a font holds in an order of its own. ECMA-376 lets it be any (CT_Font of sml.xsd, which each workbook is held to here, is a choice); the
 * validator knows the first edition, where it was one. Excel reads both, and nothing of what is written is put in another order for it.
 */
const POLICE = /^\/x:styleSheet\[1\]\/x:(fonts\[1\]\/x:font|dxfs\[1\]\/x:dxf\[\d+\]\/x:font)\[\d+\]$/

/** Relations that lead nowhere, and parts whose kind is not said: what a schema does not see. */
function fils(parties: ReadonlyMap<string, string>): string[] {
  const types = parties.get('[Content_Types].xml') ?? ''
  const cassees = [...parties]
    .filter(([nom]) => nom.endsWith('.rels'))
    .flatMap(([nom, xml]) => {
      const base = path.posix.dirname(path.posix.dirname(nom))
      return [...xml.matchAll(/Target="([^"]+)"(?! TargetMode="External")/g)]
        .map(([, vers = '']) => (vers.startsWith('/') ? vers.slice(1) : path.posix.join(base, vers)))
        .filter((vers) => !parties.has(vers))
        .map((vers) => `${nom}: ${vers} is not there`)
    })
  const tus = [...parties.keys()]
    .filter((nom) => /^xl\/(worksheets|drawings|charts)\/[^/]+\.xml$/.test(nom) && !types.includes(`"/${nom}"`))
    .map((nom) => `${nom} has no kind of its own`)
  return [...cassees, ...tus]
}

/**
 * What is wrong in a workbook: what ties its parts; then each part against the schemas of ECMA-376; then against what Office knows. `@ooxml-tools/validate` is the
 * validator of the Open XML SDK in WebAssembly: it holds no XSD but the classes made from those of Office, and the rules that a schema cannot say.
 */
export async function defautsDe(contenu: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const parties = await partiesDe(contenu)
  const detaches = fils(parties)
  if (detaches.length > 0) return detaches
  const fautes = await fautesDeSchema(parties)
  const trouves = await validate(contenu, 'xlsx', 'Microsoft365')
  const dOffice = trouves
    .filter(({ id, path: { xpath } }) => !(id === 'Sch_UnexpectedElementContentExpectingComplex' && POLICE.test(xpath)))
    .map(({ description, path: { partUri, xpath } }) => `${partUri} ${xpath}: ${description}`)
  return [...fautes, ...dOffice]
}

/** LibreOffice works every formula out again when it opens the file, whatever result is kept beside it. */
const PROFIL = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

type Resultats = Map<string, string | number>

async function resultatsDe(contenu: Uint8Array): Promise<Resultats> {
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.load(Uint8Array.from(contenu).buffer)
  const resultats: Resultats = new Map()
  classeur.eachSheet((page) => {
    page.eachRow((ligne) => {
      ligne.eachCell(({ formula, result, address }) => {
        if (formula)
          resultats.set(`${page.name}!${address}`, typeof result === 'number' ? result : JSON.stringify(result))
      })
    })
  })
  return resultats
}

const egaux = (a: string | number | undefined, b: string | number | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-6 : a === b

export type Recalcul = { formules: number; faux: string[] }

/** The formulas of each workbook, and those whose kept result is not what LibreOffice finds; it is started once for all of them. */
export async function recalculer<Nom extends string>(
  contenus: Record<Nom, Uint8Array>,
): Promise<Record<Nom, Recalcul>> {
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'recalcul-'))
  try {
    const noms = Object.keys(contenus) as Nom[]
    const sources = noms.map((nom) => path.join(dossier, `${nom}.xlsx`))
    await Promise.all(noms.map((nom, i) => writeFile(sources[i] ?? '', contenus[nom])))
    await mkdir(path.join(dossier, 'profil/user'), { recursive: true })
    await writeFile(path.join(dossier, 'profil/user/registrymodifications.xcu'), PROFIL)
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=${pathToFileURL(path.join(dossier, 'profil')).href}`,
      ...['--headless', '--norestore', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', path.join(dossier, 'lu')],
      ...sources,
    ]) // prettier-ignore
    const comparer = async (nom: Nom): Promise<[Nom, Recalcul]> => {
      const gardes = await resultatsDe(contenus[nom])
      const trouves = await resultatsDe(await readFile(path.join(dossier, `lu/${nom}.xlsx`)))
      const faux = [...gardes].filter(([ou, garde]) => !egaux(garde, trouves.get(ou)))
      return [
        nom,
        { formules: gardes.size, faux: faux.map(([ou, garde]) => `${ou}: ${garde}, not ${trouves.get(ou)}`) },
      ]
    }
    return Object.fromEntries(await Promise.all(noms.map(comparer))) as Record<Nom, Recalcul>
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}
