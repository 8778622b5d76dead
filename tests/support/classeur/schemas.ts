import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { validateXML, type XMLFileInfo } from 'xmllint-wasm'

/** The schemas of ECMA-376 (tests/fixtures/ecma-376/README.md). */
const DOSSIER = path.resolve(import.meta.dirname, '../../fixtures/ecma-376')
const ENTREE = 'classeur.xsd'

/** What libxml2 would look for elsewhere: it finds the file of that name beside the others. */
const AILLEURS: readonly (readonly [RegExp, string])[] = [
  [/http:\/\/dublincore\.org\/[^"]*\/(dc|dcterms)\.xsd/g, '$1.xsd'],
  [/<xs:import id="xml" namespace="http:\/\/www\.w3\.org\/XML\/1998\/namespace"\/>/g, '<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>'],
] // prettier-ignore

const schemas: XMLFileInfo[] = readdirSync(DOSSIER)
  .filter((nom) => nom.endsWith('.xsd'))
  .map((fileName) => {
    const lu = readFileSync(path.join(DOSSIER, fileName), 'utf8').replace(/^\uFEFF/, '')
    return { fileName, contents: AILLEURS.reduce((texte, [de, par]) => texte.replace(de, par), lu) }
  })

/** A part as a reader sees it that knows none of the namespaces it may ignore (ECMA-376 part 3, 10.1): the schemas are of what is left. */
function sansCeQuiSIgnore(xml: string): string {
  const ignores = /\smc:Ignorable="([^"]*)"/.exec(xml)?.[1]?.split(/\s+/) ?? []
  return ['mc', ...ignores].reduce(
    (reste, prefixe) => reste.replace(new RegExp(`\\s${prefixe}:\\w+="[^"]*"`, 'g'), ''),
    xml,
  )
}

/** 64 kB each: a sheet of tens of megabytes is held. */
const PAGES_DE_MEMOIRE = 8_192

/** What the schemas of ECMA-376 find wrong in the parts of a workbook, every one of them, the package's own too. */
export async function fautesDeSchema(parties: ReadonlyMap<string, string>): Promise<string[]> {
  const noms = [...parties.keys()]
  const { errors } = await validateXML({
    xml: noms.map((nom, i) => ({ fileName: `partie${i}.xml`, contents: sansCeQuiSIgnore(parties.get(nom) ?? '') })),
    schema: schemas.filter(({ fileName }) => fileName === ENTREE),
    preload: schemas.filter(({ fileName }) => fileName !== ENTREE),
    maxMemoryPages: PAGES_DE_MEMOIRE,
  })
  return errors.flatMap(({ message, rawMessage, loc }) => {
    const rang = /partie(\d+)\.xml/.exec(loc?.fileName ?? rawMessage)?.[1]
    return / fails to validate$/.test(message) ? [] : [`${noms[Number(rang)] ?? 'the schemas'}: ${message}`]
  })
}
