import sanitizeHtml from 'sanitize-html'
import { bornerHtml } from '#fichiers/courriel/html-borne'
import { chercherMots, type Etendue } from '#domain/pre-projet/lecture/surligner'

const TAILLE_MAX = 2_000_000

const BALISES = [
  ...['p', 'div', 'span', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'center', 'font'],
  ...['b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'small', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'img'],
]

const COULEUR = /^(?:#[0-9a-f]{3,8}|rgb\([\d\s,.%]{1,40}\)|[a-z]{3,20})$/i

/** Nothing that places, hides or loads: a mail keeps its emphasis and its tables, no more. */
const STYLES = {
  '*': {
    color: [COULEUR],
    'background-color': [COULEUR],
    'font-weight': [/^(?:bold|normal|[1-9]00)$/],
    'font-style': [/^(?:italic|normal)$/],
    'text-decoration': [/^(?:underline|line-through|none)$/],
    'text-align': [/^(?:left|right|center|justify)$/],
  },
}

export type CadreDeCourriel = {
  html: string
  /** Images the mail carries, as `data:` addresses, by Content-ID. */
  images: ReadonlyMap<string, string>
  /** Words to point at, or none. */
  mots: string
}

/**
 * The HTML of a received mail as a page that can be put in a frame: no script, form, link, style sheet or address survives, an image is shown
 * only when the mail carries it, and the words asked for are marked, under the anchor `lu`.
 */
export function cadreDeCourriel({ html, images, mots }: CadreDeCourriel): string {
  const propre = sanitizeHtml(bornerHtml(html.slice(0, TAILLE_MAX)), {
    allowedTags: BALISES,
    allowedAttributes: {
      '*': ['style', 'align'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      img: ['src', 'alt'],
      font: ['color'],
    },
    allowedStyles: STYLES,
    allowedSchemes: ['data'],
    allowedSchemesAppliedToAttributes: ['src'],
    transformTags: { img: (_, { src, alt }) => imageDe(images, src ?? '', alt ?? '') },
  })
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Courriel</title><style>${FEUILLE}</style></head><body>${surligner(propre, mots)}</body></html>`
}

const FEUILLE = `body{margin:12px;font:15px/1.45 "Segoe UI",system-ui,sans-serif;color:#1c232d;background:#fff;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{border-collapse:collapse;max-width:100%}td,th{padding:2px 6px;vertical-align:top;border:1px solid #d9dee5}
blockquote{margin:0 0 0 8px;padding-left:8px;border-left:3px solid #d9dee5;color:#4c5765}mark{background:#ffe58a;color:#1c232d}
.ailleurs{color:#4c5765;font-style:italic}`

/** An image of the mail itself; one that is elsewhere would tell its sender who reads: its words are shown instead. */
function imageDe(images: ReadonlyMap<string, string>, src: string, alt: string): sanitizeHtml.Tag {
  const portee = images.get(src.replace(/^cid:/i, '').trim())
  if (portee && /^cid:/i.test(src)) return { tagName: 'img', attribs: { src: portee, alt } }
  return { tagName: 'span', attribs: {}, text: alt.trim() === '' ? '' : `[${alt.trim()}]` }
}

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
