import type { getDocumentProxy } from 'unpdf'
import type { Mots } from '#fichiers/pdf/rangees-de-page'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

const ANNOTATIONS_MAX = 500
const TEXTE_MAX = 6_000

type Place = Mots & { quarts: number }

/** Quarters of a turn, anticlockwise, by which these letters are set. */
const quartsDe = ([a, b]: readonly number[]): number => (Math.round(Math.atan2(b ?? 0, a ?? 1) / (Math.PI / 2)) + 4) % 4

/**
 * The words of a page as a person who reads it upright sees them: its text, what was typed over it (Preview and Edge write the answers of a form
 * that has no field so), and `places`, the values of its form. A page whose text stands on its side is turned.
 */
export async function motsDeLaPage(page: Page, places: readonly Mots[]): Promise<Mots[]> {
  const { items } = await page.getTextContent()
  const textes = items.flatMap((item): Place[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const transform = (item.transform as unknown[]).map(Number)
    const [a = 0, b = 0, , , x = 0, y = 0] = transform
    return [{ texte: item.str, x, y, largeur: item.width, corps: Math.hypot(a, b) || 10, quarts: quartsDe(transform) }]
  })
  const quarts = quartsDeLaPage(textes)
  const tapes = [...places, ...(await annotations(page))].map((mots) => ({ ...mots, quarts }))
  return [...textes, ...tapes].map(({ quarts: sens, ...mots }) => (sens === quarts ? tourner(mots, quarts) : mots))
}

/** The turn of most of the letters. */
function quartsDeLaPage(textes: readonly Place[]): number {
  const lettres = [0, 0, 0, 0]
  for (const { texte, quarts } of textes) lettres[quarts] = (lettres[quarts] ?? 0) + texte.length
  return lettres.indexOf(Math.max(...lettres))
}

function tourner(mots: Mots, quarts: number): Mots {
  const { x, y } = mots
  if (quarts === 1) return { ...mots, x: y, y: -x }
  if (quarts === 2) return { ...mots, x: -x, y: -y }
  return quarts === 3 ? { ...mots, x: -y, y: x } : mots
}

/** What was typed on the page without a field for it. */
async function annotations(page: Page): Promise<Mots[]> {
  const posees = (await page.getAnnotations()) as {
    subtype?: unknown
    contentsObj?: { str?: unknown }
    rect?: unknown
  }[]
  return posees.slice(0, ANNOTATIONS_MAX).flatMap(({ subtype, contentsObj, rect }): Mots[] => {
    const texte = typeof contentsObj?.str === 'string' ? contentsObj.str.trim().slice(0, TEXTE_MAX) : ''
    if (subtype !== 'FreeText' || texte === '' || !Array.isArray(rect)) return []
    const [x = 0, bas = 0, droite = 0, haut = 0] = rect.map(Number)
    const lignes = texte.split(/\r\n?|\n/)
    const hauteur = Math.max(8, (haut - bas) / lignes.length)
    const corps = Math.min(12, hauteur)
    return lignes.map((ligne, i) => ({
      texte: ligne,
      x: x + 2,
      y: haut - hauteur * i - hauteur / 2 - corps * 0.35,
      largeur: Math.min(droite - x, Math.max(10, ligne.length * corps * 0.5)),
      corps,
    }))
  })
}
