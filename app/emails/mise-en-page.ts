import { echeancesEcrites } from '#domain/temps/echeances-ecrites'
import { formatJourLong, type Jour } from '#domain/temps/jour'

/**
 * A mail as it leaves: one line of subject, plain text, the same words in HTML, and the days that they announce as still to come, in order:
 * those a modele writes by {@link jourAVenir}, and those that an officer's own words give.
 */
export type CourrielRendu = { sujet: string; texte: string; html: string; echeances: Jour[] }

/** A piece of a sentence: plain, strong, a day to come, or a link whose text is its address. Every piece is escaped when it becomes HTML. */
export type Fragment = string | { fort: string; echeance?: Jour } | { lien: string }

export type Bloc =
  | { genre: 'paragraphe'; fragments: Fragment[] }
  | { genre: 'liste'; elements: Fragment[][] }
  | { genre: 'citation'; texte: string }

export const p = (...fragments: Fragment[]): Bloc => ({ genre: 'paragraphe', fragments })

export const liste = (elements: readonly (Fragment | Fragment[])[]): Bloc => ({
  genre: 'liste',
  elements: elements.map((element) => (Array.isArray(element) ? element : [element])),
})

/** Words written by an officer, kept line by line. */
export const citation = (texte: string): Bloc => ({ genre: 'citation', texte })

/**
 * Words written by an officer, or composed and then edited: paragraphs parted by an empty line, lines that begin with a dash or a bullet as a
 * list. The addresses of `liens` become links; any other stays plain text.
 */
export function corps(texte: string, liens: readonly `https://${string}`[] = []): Bloc[] {
  const paragraphes = texte.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  return paragraphes.flatMap((paragraphe) => blocsDe(lignesDe(paragraphe), liens))
}

const PUCE = /^[•–-]\s+/

/** Lines of one paragraph: those of a list together, the others as they follow. */
function blocsDe(lignes: string[], liens: readonly `https://${string}`[]): Bloc[] {
  const blocs: Bloc[] = []
  for (const ligne of lignes) {
    const element = PUCE.test(ligne)
    const fragments = avecLiens(ligne.replace(PUCE, ''), liens)
    const dernier = blocs.at(-1)
    if (element && dernier?.genre === 'liste') dernier.elements.push(fragments)
    else if (element) blocs.push({ genre: 'liste', elements: [fragments] })
    else if (dernier?.genre === 'paragraphe') dernier.fragments.push('\n', ...fragments)
    else blocs.push({ genre: 'paragraphe', fragments })
  }
  return blocs
}

function avecLiens(ligne: string, liens: readonly `https://${string}`[]): Fragment[] {
  const url = liens.find((un) => ligne.includes(un))
  if (!url) return [ligne]
  const debut = ligne.indexOf(url)
  return [ligne.slice(0, debut), lien(url), ...avecLiens(ligne.slice(debut + url.length), liens)].filter(
    (fragment) => fragment !== '',
  )
}

export const fort = (texte: string): Fragment => ({ fort: texte })

/** `30 septembre 2025`, kept on one line. */
export const leJour = (jour: Jour): string => formatJourLong(jour).replace(/ /g, '\u00a0')

/** A day that the mail announces as still to come: once it is over, the mail would say something false, and does not leave. */
export const jourAVenir = (jour: Jour, suite = ''): Fragment => ({ fort: leJour(jour) + suite, echeance: jour })

/** An https address of our own; never one that came from outside. */
export const lien = (url: `https://${string}`): Fragment => ({ lien: url })

const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const echapper = (texte: string): string => texte.replace(/[&<>"']/g, (c) => ENTITES[c] ?? c)

/**
 * One line of outside words: no line break to add a header or a paragraph, no invisible character or turn of direction to hide in.
 * No-break spaces stay.
 */
export const enLigne = (texte: string): string =>
  texte
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    .replace(/[ \p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

const lignesDe = (texte: string): string[] =>
  texte
    .split(/\r\n|\r|\n/)
    .map(enLigne)
    .filter((ligne) => ligne !== '')

const fragmentTexte = (fragment: Fragment): string => {
  if (typeof fragment === 'string') return fragment
  return 'fort' in fragment ? fragment.fort : fragment.lien
}

const fragmentHtml = (fragment: Fragment): string => {
  if (typeof fragment === 'string') return echapper(fragment).replaceAll('\n', '<br>')
  if ('fort' in fragment) return `<strong>${echapper(fragment.fort)}</strong>`
  return `<a href="${echapper(fragment.lien)}">${echapper(fragment.lien)}</a>`
}

const fragmentsDe = (bloc: Bloc): Fragment[] => {
  if (bloc.genre === 'citation') return []
  return bloc.genre === 'liste' ? bloc.elements.flat() : bloc.fragments
}

const echeancesDe = (blocs: readonly Bloc[], texte: string): Jour[] => {
  const annoncees = blocs
    .flatMap(fragmentsDe)
    .flatMap((fragment) => (typeof fragment === 'object' && 'echeance' in fragment ? (fragment.echeance ?? []) : []))
  return [...new Set([...annoncees, ...echeancesEcrites(texte)])].sort()
}

/** The words of these pieces, as plain text. */
export const texteDesFragments = (fragments: Fragment[]): string => fragments.map(fragmentTexte).join('')
const htmlDe = (fragments: Fragment[]): string => fragments.map(fragmentHtml).join('')

function blocTexte(bloc: Bloc): string {
  switch (bloc.genre) {
    case 'paragraphe':
      return texteDesFragments(bloc.fragments)
    case 'liste':
      return bloc.elements.map((element) => `• ${texteDesFragments(element)}`).join('\n')
    case 'citation':
      return lignesDe(bloc.texte).join('\n')
  }
}

function blocHtml(bloc: Bloc): string {
  switch (bloc.genre) {
    case 'paragraphe':
      return `<p>${htmlDe(bloc.fragments)}</p>`
    case 'liste':
      return `<ul>${bloc.elements.map((element) => `<li>${htmlDe(element)}</li>`).join('')}</ul>`
    case 'citation':
      return `<p>${lignesDe(bloc.texte).map(echapper).join('<br>')}</p>`
  }
}

const CORPS = 'margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font:16px/1.5 Arial,Helvetica,sans-serif'

/** The same blocks as plain text and as HTML: short, without image, style sheet or anything to fetch. */
export function mettreEnPage(sujet: string, blocs: readonly (Bloc | null)[]): CourrielRendu {
  const retenus = blocs.filter((bloc) => bloc !== null)
  const titre = enLigne(sujet)
  const texte = `${retenus.map(blocTexte).join('\n\n')}\n`
  return {
    sujet: titre,
    texte,
    echeances: echeancesDe(retenus, texte),
    html: `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${echapper(titre)}</title></head>
<body style="${CORPS}"><div style="max-width:640px">
${retenus.map(blocHtml).join('\n')}
</div></body>
</html>
`,
  }
}
