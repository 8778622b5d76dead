import { createWriteStream, openAsBlob } from 'node:fs'
import { Writable } from 'node:stream'
import { BlobReader, configure, type FileEntry, TextReader, TextWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { ecrireDessin, ecrireGraphique, ecrireRelations } from '#fichiers/classeur/graphique'
import { nomDeFeuille } from '#fichiers/classeur/valeur-de-cellule'
import type { Page } from '#reports/page'

configure({ useWebWorkers: false })

const TYPES = '[Content_Types].xml'
const SORTE = 'application/vnd.openxmlformats-officedocument'
/** Where a drawing may stand in a sheet that has neither picture, breaks, notes nor tables (ECMA-376 part 1, 18.3.1.99). */
const PLACE = '</headerFooter>'

/** A page with charts, and the rank of its sheet in the workbook, from 1. */
export type PageIllustree = { rang: number; page: Page }

/** The parts that a page's charts add to the workbook, by their names: its drawing, each chart, what leads to them. */
function partiesDe({ rang, page }: PageIllustree): Map<string, string> {
  const graphiques = page.graphiques ?? []
  const feuille = `'${nomDeFeuille(page.title).replaceAll("'", "''")}'`
  const nom = (i: number) => `graphique${rang}-${i + 1}.xml`
  return new Map([
    [`xl/worksheets/_rels/sheet${rang}.xml.rels`, ecrireRelations([{ sorte: 'drawing', vers: `../drawings/dessin${rang}.xml` }])],
    [`xl/drawings/dessin${rang}.xml`, ecrireDessin(graphiques)],
    [`xl/drawings/_rels/dessin${rang}.xml.rels`, ecrireRelations(graphiques.map((_, i) => ({ sorte: 'chart', vers: `../charts/${nom(i)}` })))],
    ...graphiques.map((un, i) => [`xl/charts/${nom(i)}`, ecrireGraphique(page, feuille, un)] as const),
  ]) // prettier-ignore
}

const declarer = (parties: ReadonlyMap<string, string>): string =>
  [...parties.keys()]
    .filter((nom) => !nom.endsWith('.rels'))
    .map((nom) => {
      const sorte = nom.startsWith('xl/charts/') ? 'drawingml.chart' : 'drawing'
      return `<Override PartName="/${nom}" ContentType="${SORTE}.${sorte}+xml"/>`
    })
    .join('')

/** Puts `ajout` where it belongs in a part. Throws where the part is not of the shape that this file knows. */
function inserer(xml: string, repere: string, ajout: string): string {
  const [avant, apres, ...reste] = xml.split(repere)
  if (avant === undefined || apres === undefined || reste.length > 0) throw new Error(`no single place for ${ajout}`)
  return repere === PLACE ? `${avant}${repere}${ajout}${apres}` : `${avant}${ajout}${repere}${apres}`
}

/**
 * Copies a workbook that ExcelJS wrote, with the charts of its pages, which it cannot write. What does not change is copied as it is
 * compressed: a sheet of 100,000 rows costs its bytes.
 */
export async function joindreGraphiques(source: string, cible: string, pages: readonly PageIllustree[]): Promise<void> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(source)))
  const sortie = new ZipWriter(Writable.toWeb(createWriteStream(cible)))
  const parties = new Map(pages.flatMap((une) => [...partiesDe(une)]))
  const illustrees = new Set(pages.map(({ rang }) => `xl/worksheets/sheet${rang}.xml`))
  for (const entree of await zip.getEntries()) {
    if (entree.directory) continue
    if (entree.filename === TYPES) await recrire(sortie, entree, '</Types>', declarer(parties))
    else if (illustrees.has(entree.filename)) await recrire(sortie, entree, PLACE, '<drawing r:id="rId1"/>')
    else {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const copie = sortie.add(entree.filename, readable, { passThrough: true, entry: entree })
      await Promise.all([entree.getData(writable, { passThrough: true }), copie])
    }
  }
  for (const [nom, xml] of parties) await sortie.add(nom, new TextReader(xml))
  await sortie.close()
  await zip.close()
}

async function recrire(sortie: ZipWriter<unknown>, entree: FileEntry, repere: string, ajout: string) {
  const xml = await entree.getData(new TextWriter())
  await sortie.add(entree.filename, new TextReader(inserer(xml, repere, ajout)))
}
