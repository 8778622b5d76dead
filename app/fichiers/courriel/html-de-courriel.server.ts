import sanitizeHtml from 'sanitize-html'
import { bornerHtml } from '#fichiers/courriel/html-borne'

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

/**
 * The HTML of a received mail cleaned, to be kept: no script, form, link, style sheet or address survives. An image the mail carries is named by
 * its Content-ID alone (`data-cid`): whether it may be shown is known when the page is.
 */
export const nettoyerHtml = (html: string): string =>
  sanitizeHtml(bornerHtml(html.slice(0, TAILLE_MAX)), {
    allowedTags: BALISES,
    allowedAttributes: {
      '*': ['style', 'align'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      img: ['data-cid', 'alt'],
      font: ['color'],
    },
    allowedStyles: STYLES,
    transformTags: { img: (_, { src, alt }) => imageDe(src ?? '', alt ?? '') },
  })

/** An image that is elsewhere would tell its sender who reads: its words are shown instead. */
function imageDe(src: string, alt: string): sanitizeHtml.Tag {
  if (/^cid:/i.test(src)) return { tagName: 'img', attribs: { 'data-cid': src.slice(4).trim().slice(0, 200), alt } }
  return { tagName: 'span', attribs: {}, text: alt.trim() === '' ? '' : `[${alt.trim()}]` }
}
