import { getDocumentProxy } from 'unpdf'
import type { LectureDePiece, LigneDeTexte } from '#domain/piece/texte-de-piece'
import { estPdfPiege } from '#fichiers/pdf/garde-pdf'
import { aUneImage, estPageMarquee, type PdfLu } from '#fichiers/pdf/pdf-pages'
import { type Mots, rangeesDePage } from '#fichiers/pdf/rangees-de-page'

const OCTETS_LUS = 25 * 1024 * 1024
/** Beyond these nobody looks for a date or a signature; nothing is then called absent. */
const PAGES_LUES = 40
const DELAI_MS = 15_000
const LIGNES_MAX = 4_000
const CHAMPS_MAX = 500

const SIGNATURE = /\/Type\s*\/Sig\b|\/ByteRange\s*\[/

/**
 * The text of a PDF, page by page, with the pages that are blank and those that are pictures. Images are never decoded, scripts never run,
 * and a document that takes too long is given up: NON_LUE, and nothing is said of it.
 */
export async function readTextePdf(contenu: Buffer): Promise<LectureDePiece> {
  if (contenu.length > OCTETS_LUS || estPdfPiege(contenu)) return { etat: 'NON_LUE' }
  let minuteur: NodeJS.Timeout | undefined
  const delai = new Promise<LectureDePiece>((resolve) => {
    minuteur = setTimeout(() => resolve({ etat: 'NON_LUE' }), DELAI_MS)
  })
  const ouverts: PdfLu[] = []
  try {
    return await Promise.race([lire(contenu, ouverts), delai])
  } catch (error) {
    return { etat: error instanceof Error && error.name === 'PasswordException' ? 'PROTEGEE' : 'ILLISIBLE' }
  } finally {
    clearTimeout(minuteur)
    for (const pdf of ouverts) await pdf.destroy().catch(() => undefined)
  }
}

async function ouvrir(contenu: Buffer, { stopAtErrors, ouverts }: { stopAtErrors: boolean; ouverts: PdfLu[] }) {
  const options = { isEvalSupported: false, enableXfa: false, maxImageSize: 1, stopAtErrors, verbosity: 0 }
  const pdf = await getDocumentProxy(new Uint8Array(contenu), options)
  ouverts.push(pdf)
  return pdf
}

async function lire(contenu: Buffer, ouverts: PdfLu[]): Promise<LectureDePiece> {
  const pdf = await ouvrir(contenu, { stopAtErrors: false, ouverts })
  const lues = Math.min(pdf.numPages, PAGES_LUES)
  const champs = await lignesDesChamps(pdf)
  const lignes: LigneDeTexte[] = []
  const muettes: number[] = []
  for (let page = 1; page <= lues; page += 1) {
    const siennes = [...(await lignesDeLaPage(pdf, page)), ...champs.filter((ligne) => ligne.page === page)]
    if (siennes.length === 0) muettes.push(page)
    lignes.push(...siennes)
  }
  // Opened strictly, a picture stops the reading of its page instead of vanishing from it: no page with one is called blank.
  const strict = muettes.length > 0 ? await ouvrir(contenu, { stopAtErrors: true, ouverts }) : pdf
  const blanches: number[] = []
  for (const page of muettes) if (!(await estPageMarquee(strict, page))) blanches.push(page)
  return {
    etat: 'LUE',
    lignes: lignes.slice(0, LIGNES_MAX),
    pages: pdf.numPages,
    blanches,
    images: muettes.filter((page) => !blanches.includes(page)),
    aImage: aUneImage(contenu),
    tronquee: pdf.numPages > PAGES_LUES || lignes.length > LIGNES_MAX,
    signee: SIGNATURE.test(contenu.toString('latin1')),
  }
}

const endroitDe = (page: number) => `page ${page}`

async function lignesDeLaPage(pdf: PdfLu, page: number): Promise<LigneDeTexte[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent()
  const mots = items.flatMap((item): Mots[] => {
    if (!('str' in item)) return []
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    return [{ texte: item.str, x, y, largeur: item.width, corps: Math.hypot(c, d) || 10 }]
  })
  const source = { fichier: '', endroit: endroitDe(page) }
  return rangeesDePage(mots, { source, tableau: page })
    .map(({ cellules }) => cellules.filter(Boolean).join(' ').trim())
    .filter((texte) => texte !== '')
    .map((texte) => ({ texte, page, endroit: source.endroit }))
}

/** What was typed in the fields of a form is not in the text of its pages. */
async function lignesDesChamps(pdf: PdfLu): Promise<LigneDeTexte[]> {
  const objets = Object.values((await pdf.getFieldObjects()) ?? {}).slice(0, CHAMPS_MAX)
  return objets.flat().flatMap((objet: object) => {
    const { value, page, type } = objet as { value?: unknown; page?: unknown; type?: unknown }
    if (typeof value !== 'string' || value.trim() === '' || type === 'button' || type === 'checkbox') return []
    const numero = (Number(page) || 0) + 1
    return [{ texte: value.slice(0, 2_000).trim(), page: numero, endroit: endroitDe(numero) }]
  })
}
