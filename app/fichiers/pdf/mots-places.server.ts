import type { MotPlace } from '#domain/mots-places'
import { ok, type Result } from '#domain/result'
import { avecPdf, type MotifImage } from '#fichiers/image/page-en-image'

/** Pages and words that are looked through: what is longer is looked at, and searched in another program. */
const PAGES_MAX = 200
const MOTS_MAX = 60_000
/** What a letter has above the line it stands on, as a part of its height. */
const AU_DESSUS = 0.8

const arrondi = (part: number): number => Math.round(part * 10_000) / 10_000

/** The words of each page of a PDF where they are drawn; words set on their side have the box of their line. A scan has none. */
export const motsPlaces = (contenu: Buffer): Promise<Result<MotPlace[][], MotifImage>> =>
  avecPdf(contenu, async (pdf) => {
    const pages: MotPlace[][] = []
    let reste = MOTS_MAX
    for (let numero = 1; numero <= Math.min(pdf.numPages, PAGES_MAX) && reste > 0; numero += 1) {
      const page = await pdf.getPage(numero)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform.map(Number)
      const { items } = await page.getTextContent()
      const mots = items.slice(0, reste).flatMap((item): MotPlace[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [m1 = 0, m2 = 0, m3 = 0, m4 = 0, x = 0, y = 0] = (item.transform as unknown[]).map(Number)
        const corps = Math.hypot(m3, m4) || 10
        const longueur = Math.hypot(m1, m2) || 1
        const [dx, dy] = [(m1 / longueur) * item.width, (m2 / longueur) * item.width]
        const [ux, uy] = [(m3 / corps) * corps * AU_DESSUS, (m4 / corps) * corps * AU_DESSUS]
        const [vx, vy] = [(m3 / corps) * corps * (AU_DESSUS - 1), (m4 / corps) * corps * (AU_DESSUS - 1)]
        const coins = [
          [x + ux, y + uy],
          [x + dx + ux, y + dy + uy],
          [x + vx, y + vy],
          [x + dx + vx, y + dy + vy],
        ].map(([px = 0, py = 0]) => [a * px + c * py + e, b * px + d * py + f] as const)
        const [gauche, haut] = [Math.min(...coins.map(([cx]) => cx)), Math.min(...coins.map(([, cy]) => cy))]
        const [droite, bas] = [Math.max(...coins.map(([cx]) => cx)), Math.max(...coins.map(([, cy]) => cy))]
        return [
          {
            texte: item.str,
            x: arrondi(gauche / width),
            y: arrondi(haut / height),
            largeur: arrondi((droite - gauche) / width),
            hauteur: arrondi((bas - haut) / height),
          },
        ]
      })
      reste -= mots.length
      pages.push(mots)
    }
    return ok(pages)
  })
