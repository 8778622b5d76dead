import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf'
import { no, ok, type Result } from '#domain/result'
import { estPdfPiege } from '#fichiers/pdf/garde-pdf'

/** Why a page cannot be shown as an image; the sentence is in `detail`. */
export type MotifImage =
  'PDF_PROTEGE' | 'PDF_ILLISIBLE' | 'PDF_PIEGE' | 'PAGE_ABSENTE' | 'TROP_LONG' | 'IMAGE_ILLISIBLE'

const PHRASES: Record<MotifImage, string> = {
  PDF_PROTEGE: 'Le PDF est protégé par un mot de passe\u00a0: il ne peut pas être montré.',
  PDF_ILLISIBLE: 'Le PDF est abîmé\u00a0: il ne peut pas être montré.',
  PDF_PIEGE: 'Le PDF est anormalement volumineux une fois ouvert\u00a0: il n’est pas montré.',
  PAGE_ABSENTE: 'Cette page n’existe pas dans le document.',
  TROP_LONG: 'La page est trop longue à dessiner\u00a0: téléchargez le document pour la lire.',
  IMAGE_ILLISIBLE: 'L’image est abîmée ou trop grande\u00a0: téléchargez-la pour la lire.',
}

const refuser = (motif: MotifImage) => no(motif, PHRASES[motif])

/** Width of an image in pixels, whatever is asked; pixels of one page; pixels of an image inside a page; time given to one page. */
export const LARGEURS = { min: 100, max: 2_000 }
const PIXELS_MAX = 6_000_000
const PIXELS_IMAGE_MAX = 40_000_000
const DELAI_MS = 15_000
const OCTETS_MAX = 60 * 1024 * 1024

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Pages of a PDF. */
export const countPages = (contenu: Buffer): Promise<Result<number, MotifImage>> =>
  avecPdf(contenu, (pdf) => Promise.resolve(ok(pdf.numPages)))

/**
 * One page of a PDF (the first is 1) as a PNG `largeur` pixels wide. Scripts are never run, nothing is fetched, pages are drawn one at a
 * time, and one that is too large is drawn smaller.
 */
export const pageEnImage = (contenu: Buffer, page: number, largeur: number): Promise<Result<Buffer, MotifImage>> =>
  avecPdf(contenu, (pdf) =>
    page >= 1 && page <= pdf.numPages ? dessiner(pdf, page, largeur) : Promise.resolve(refuser('PAGE_ABSENTE')),
  )

/** A JPEG or PNG as a PNG at most `largeur` pixels wide. */
export async function reduireImage(contenu: Buffer, largeur: number): Promise<Result<Buffer, MotifImage>> {
  const taille = tailleDImage(contenu)
  if (!taille || taille.largeur * taille.hauteur > PIXELS_IMAGE_MAX) return refuser('IMAGE_ILLISIBLE')
  return aSonTour(async () => {
    try {
      const image = await loadImage(contenu)
      const echelle = echellePour(image.width, image.height, Math.min(largeur, image.width))
      const toile = createCanvas(Math.max(1, image.width * echelle), Math.max(1, image.height * echelle))
      toile.getContext('2d').drawImage(image, 0, 0, toile.width, toile.height)
      return ok(await toile.encode('png'))
    } catch {
      return refuser('IMAGE_ILLISIBLE')
    }
  })
}

let derniere: Promise<unknown> = Promise.resolve()

/** One drawing at a time in this process: each may hold a hundred megabytes. */
function aSonTour<T>(faire: () => Promise<T>): Promise<T> {
  const tour = derniere.then(faire)
  derniere = tour.catch(() => undefined)
  return tour
}

/** Opens a PDF as everything here does, guarded, one at a time in this process, and closes it. */
export function avecPdf<T>(
  contenu: Buffer,
  faire: (pdf: Pdf) => Promise<Result<T, MotifImage>>,
): Promise<Result<T, MotifImage>> {
  return aSonTour(async () => {
    if (contenu.length > OCTETS_MAX || estPdfPiege(contenu, { images: true })) return refuser('PDF_PIEGE')
    let pdf: Pdf | null = null
    try {
      await preparer()
      pdf = await getDocumentProxy(new Uint8Array(contenu), {
        isEvalSupported: false,
        enableXfa: false,
        maxImageSize: PIXELS_IMAGE_MAX,
        verbosity: 0,
      })
      return await faire(pdf)
    } catch (error) {
      return refuser(error instanceof Error && error.name === 'PasswordException' ? 'PDF_PROTEGE' : 'PDF_ILLISIBLE')
    } finally {
      await pdf?.destroy().catch(() => undefined)
    }
  })
}

/** Between `LARGEURS`, and never more than `PIXELS_MAX` in all. */
function echellePour(largeur: number, hauteur: number, voulue: number): number {
  const echelle = Math.min(LARGEURS.max, Math.max(LARGEURS.min, voulue)) / largeur
  return Math.min(echelle, Math.sqrt(PIXELS_MAX / (largeur * hauteur)))
}

async function dessiner(pdf: Pdf, numero: number, largeur: number): Promise<Result<Buffer, MotifImage>> {
  const page = await pdf.getPage(numero)
  const nue = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: echellePour(nue.width, nue.height, largeur) })
  const toile = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const contexte = toile.getContext('2d')
  contexte.fontVariationSettings = "'wght' 400"
  const tache = page.render({
    canvas: toile as unknown as HTMLCanvasElement,
    canvasContext: contexte as unknown as CanvasRenderingContext2D,
    viewport,
  })
  const limite = performance.now() + DELAI_MS
  const arreter = () => tache.cancel()
  const minuteur = setTimeout(arreter, DELAI_MS)
  // Between two strokes the server answers others, and a page without end is left there.
  tache.onContinue = (suite: () => void) => setImmediate(() => (performance.now() > limite ? arreter() : suite()))
  try {
    await tache.promise
    return ok(await toile.encode('png'))
  } catch (error) {
    if (error instanceof Error && error.name === 'RenderingCancelledException') return refuser('TROP_LONG')
    throw error
  } finally {
    clearTimeout(minuteur)
  }
}

const ALIAS = [
  'Helvetica',
  'Arial',
  'Times',
  'Times New Roman',
  'Courier',
  'Courier New',
  'sans-serif',
  'serif',
  'monospace',
]
let prete: Promise<unknown> | undefined

/** A form that carries no font of its own is drawn with the font of our pages where this machine has none for it. */
function preparer(): Promise<unknown> {
  if (prete) return prete
  const police = createRequire(import.meta.url).resolve(
    '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  )
  for (const alias of ALIAS) if (!GlobalFonts.has(alias)) GlobalFonts.registerFromPath(police, alias)
  prete = createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'))
  return prete
}

type Taille = { largeur: number; hauteur: number }

/** The size that a JPEG or a PNG declares, before anything is decoded; null when it is neither. */
export function tailleDImage(contenu: Buffer): Taille | null {
  if (contenu.length > 24 && contenu.readUInt32BE(0) === 0x89504e47)
    return { largeur: contenu.readUInt32BE(16), hauteur: contenu.readUInt32BE(20) }
  return contenu.length > 4 && contenu.readUInt16BE(0) === 0xffd8 ? tailleDeJpeg(contenu) : null
}

/** Segments that carry the size: SOF0 to SOF15, but not DHT (C4), JPG (C8) nor DAC (CC). */
const estSof = (marque: number): boolean => marque >= 0xc0 && marque <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marque)

function tailleDeJpeg(contenu: Buffer): Taille | null {
  let i = 2
  while (i + 9 < contenu.length && contenu[i] === 0xff) {
    const marque = contenu[i + 1] ?? 0
    if (marque === 0xff) i += 1
    else if (estSof(marque)) return { hauteur: contenu.readUInt16BE(i + 5), largeur: contenu.readUInt16BE(i + 7) }
    else i += 2 + contenu.readUInt16BE(i + 2)
  }
  return null
}
