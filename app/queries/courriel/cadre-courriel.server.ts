import { chercherMots, type Etendue } from '#domain/pre-projet/lecture/surligner'

export type CadreDeCourriel = {
  /** As a reader cleaned it: an image the mail carries is `<img data-cid="…">`. */
  propre: string
  /** Images the mail carries, as `data:` addresses, by Content-ID. */
  images: ReadonlyMap<string, string>
  /** Words to point at, or none. */
  mots: string
}

/**
 * The cleaned HTML of a received mail as a page that can be put in a frame: an image is shown only when the mail carries it, and the words
 * asked for are marked, under the anchor `lu`.
 */
export function cadreDeCourriel({ propre, images, mots }: CadreDeCourriel): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Courriel</title><style>${FEUILLE}</style></head><body>${poserImages(surligner(propre, mots), images)}</body></html>`
}

const FEUILLE = `body{margin:12px;font:15px/1.45 "Segoe UI",system-ui,sans-serif;color:#1c232d;background:#fff;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{border-collapse:collapse;max-width:100%}td,th{padding:2px 6px;vertical-align:top;border:1px solid #d9dee5}
blockquote{margin:0 0 0 8px;padding-left:8px;border-left:3px solid #d9dee5;color:#4c5765}mark{background:#ffe58a;color:#1c232d}
.ailleurs{color:#4c5765;font-style:italic}`

const IMAGE = /<img data-cid="([^"<>]{0,300})" alt="([^"<>]{0,4000})" \/>/g

/** An image that the mail does not carry, or that may not be opened, is its words. */
const poserImages = (page: string, images: ReadonlyMap<string, string>): string =>
  page.replace(IMAGE, (_, cid: string, alt: string) => {
    const portee = images.get(deEchapper(cid))
    if (portee) return `<img src="${portee}" alt="${alt}" />`
    return alt.trim() === '' ? '<span></span>' : `<span>[${alt.trim()}]</span>`
  })

const deEchapper = (texte: string) =>
  texte.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

type Morceau = { texte: string; balise: boolean; debut: number }

const echapper = (texte: string) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Marks the words across the elements they run through. What is cleaned has no `<` outside its tags. */
function surligner(propre: string, mots: string): string {
  if (mots.trim() === '') return propre
  const morceaux: Morceau[] = []
  let plat = ''
  for (const texte of propre.split(/(<[^<>]*>)/)) {
    const balise = texte.startsWith('<')
    morceaux.push({ texte, balise, debut: plat.length })
    plat += balise ? ' ' : texte
  }
  const etendue = chercherMots(plat, echapper(mots))
  if (!etendue) return propre
  let ancre = ' id="lu"'
  return morceaux
    .map((morceau) => {
      const part = morceau.balise ? null : partie(morceau, etendue)
      if (!part) return morceau.texte
      const [avant, dedans, apres] = part
      const marque = `${avant}<mark${ancre}>${dedans}</mark>${apres}`
      ancre = ''
      return marque
    })
    .join('')
}

function partie({ texte, debut }: Morceau, etendue: Etendue): [string, string, string] | null {
  const [de, a] = [Math.max(0, etendue.debut - debut), Math.min(texte.length, etendue.fin - debut)]
  return a > de && texte.slice(de, a).trim() !== '' ? [texte.slice(0, de), texte.slice(de, a), texte.slice(a)] : null
}
