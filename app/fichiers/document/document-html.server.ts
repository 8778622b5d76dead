import sanitizeHtml from 'sanitize-html'
import type { Ligne } from '#domain/pre-projet/fiche'
import { bornerHtml } from '#fichiers/courriel/html-borne'
import { redacteur } from '#fichiers/document/lignes-de-document'
import { readXml } from '#fichiers/document/xml'

const BLOCS = ['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'dt', 'dd', 'caption']
const TABLES = ['table', 'tr', 'td', 'th']
const TAILLE_MAX = 2_000_000

/** The element that stands for a quotation once the HTML is reduced. */
const CITATION = 'q'

/**
 * Reads the lines of the HTML of a mail. It is first reduced to the few elements that carry a layout: no script, style, attribute or
 * address survives, and what is left is well-formed.
 */
export const readHtml = (html: string, fichier: string): Ligne[] => readHtmlCitant(html, fichier).lignes

/** The same, with the ranks of the lines that stand in what mail programs mark as quoted. */
export function readHtmlCitant(html: string, fichier: string): { lignes: Ligne[]; citees: ReadonlySet<number> } {
  const propre = sanitizeHtml(bornerHtml(html.slice(0, TAILLE_MAX)), {
    allowedTags: [...BLOCS, ...TABLES, 'br', CITATION],
    allowedAttributes: {},
    transformTags: { '*': (tagName, attribs) => (estUneCitation(tagName, attribs) ? ENTREE : { tagName, attribs }) },
  })
  const { lignes, ...page } = redacteur(fichier)
  const citees = new Set<number>()
  const debuts: number[] = []
  readXml(Buffer.from(`<corps>${sansCaracteresInterdits(propre)}</corps>`), {
    ouvrir: (nom) => {
      if (nom === 'table') page.ouvrirTableau()
      else if (nom === 'td' || nom === 'th') page.ouvrirCellule()
      else if (nom === 'br') page.retour()
      else if (BLOCS.includes(nom)) page.bloc()
      else if (nom === CITATION) {
        page.bloc()
        debuts.push(lignes().length)
      }
    },
    fermer: (nom) => {
      if (BLOCS.includes(nom)) page.retour()
      else if (nom === 'td' || nom === 'th') page.fermerCellule()
      else if (nom === 'tr') page.fermerRangee()
      else if (nom === 'table') page.fermerTableau()
      else if (nom === CITATION) {
        page.bloc()
        for (let rang = debuts.pop() ?? 0; rang < lignes().length; rang += 1) citees.add(rang)
      }
    },
    texte: (texte) => page.texte(texte.replace(/\s+/gu, ' ')),
  })
  return { lignes: lignes(), citees }
}

const ENTREE: sanitizeHtml.Tag = { tagName: CITATION, attribs: {} }

/** What mail programs wrap an earlier message in. */
const estUneCitation = (nom: string, attribs: sanitizeHtml.Attributes): boolean =>
  (nom === 'blockquote' && /cite/i.test(`${attribs['type'] ?? ''} ${attribs['class'] ?? ''}`)) ||
  /\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix)\b/.test(attribs['class'] ?? '')

/** Control characters and halves of pairs, which XML does not allow, from a text that may hold anything. */
const sansCaracteresInterdits = (texte: string): string => texte.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
