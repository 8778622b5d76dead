import { Readable } from 'node:stream'
import { parse, type Options } from 'csv-parse'
import iconv from 'iconv-lite'
import type { Ligne } from '#domain/portail/cellule'
import { type Feuille, MAX_CELLULE } from '#fichiers/classeur/classeur'

/**
 * The text of a file whose encoding nobody says: a byte order mark wins, then UTF-16 without one (half of its bytes are zeros), then UTF-8
 * when every byte agrees or all but a few do, else the code page that draws most French letters. UTF-8 written twice is read twice. Null when
 * it is no text at all.
 */
export function decoder(contenu: Buffer): string | null {
  const encodage = encodageDe(contenu)
  const texte = iconv.decode(contenu, encodage, { stripBOM: true })
  if (texte.includes('\u0000')) return null
  return encodage === 'utf8' ? sansDoubleCodage(texte) : texte
}

/** Code pages of French files, the likeliest first: Excel on Windows, Excel on a Mac, programs of the DOS. */
const PAGES = ['win1252', 'macintosh', 'cp850'] as const

type Encodage = 'utf8' | 'utf16le' | 'utf16be' | (typeof PAGES)[number]

function encodageDe(contenu: Buffer): Encodage {
  if (contenu.subarray(0, 3).equals(Buffer.from('efbbbf', 'hex'))) return 'utf8'
  if (contenu.subarray(0, 2).equals(Buffer.from('fffe', 'hex'))) return 'utf16le'
  if (contenu.subarray(0, 2).equals(Buffer.from('feff', 'hex'))) return 'utf16be'
  const debut = contenu.subarray(0, 2_000)
  const zeros = (parite: number) => debut.filter((octet, i) => octet === 0 && i % 2 === parite).length
  if (zeros(1) > debut.length / 4) return 'utf16le'
  if (zeros(0) > debut.length / 4) return 'utf16be'
  return estDeLUtf8(contenu) ? 'utf8' : pageDe(contenu)
}

/** For one broken byte, so many letters of several bytes at the least: no other encoding gives them by chance. */
const LETTRES_PAR_ABIMEE = 3

function estDeLUtf8(contenu: Buffer): boolean {
  let [lettres, abimees] = [0, 0]
  for (const [point] of contenu.toString('utf8').matchAll(/[\u0080-\u{10FFFF}]/gu)) {
    if (point === '\uFFFD') abimees += 1
    else lettres += 1
  }
  return abimees === 0 || lettres >= LETTRES_PAR_ABIMEE * abimees
}

const MINUSCULES = /[éèêëàâäçîïôöùûüÿœæ’‘“”«»€°–—…\u00a0]/u
const CAPITALES = /[ÉÈÊËÀÂÇÎÏÔÙÛŒ]/u

/** The page in which the bytes over ASCII are most often letters and signs of French, small letters more than capitals. */
function pageDe(contenu: Buffer): (typeof PAGES)[number] {
  const hauts = contenu.subarray(0, 200_000).filter((octet) => octet > 127)
  const note = (page: string) => {
    const signes = Array.from(iconv.decode(hauts, page))
    return 2 * compterSi(signes, MINUSCULES) + compterSi(signes, CAPITALES)
  }
  return PAGES.reduce((meilleure, page) => (note(page) > note(meilleure) ? page : meilleure))
}

const compterSi = (signes: readonly string[], motif: RegExp): number =>
  signes.filter((signe) => motif.test(signe)).length

const DOUBLE_CODAGE = /Ã[\u0080-\u00BF©¨ª«§¢‰€™´¯]|â€/u

/** A text in UTF-8 that a program took for Windows-1252 and wrote in UTF-8 again: `MaÃ®trise` is `Maîtrise`. */
function sansDoubleCodage(texte: string): string {
  if (!DOUBLE_CODAGE.test(texte)) return texte
  const octets = iconv.encode(texte, 'win1252')
  const premier = octets.toString('utf8')
  return iconv.decode(octets, 'win1252') === texte && !premier.includes('\uFFFD') ? premier : texte
}

const SEPARATEURS = [';', ',', '\t', '|'] as const

/** The separator that cuts the beginning of the text in the most cells, quotes respected. */
export function separateurDe(texte: string): string {
  const debut = texte.slice(0, 100_000)
  const scores = SEPARATEURS.map((separateur) => ({ separateur, cellules: compter(debut, separateur) }))
  return scores.reduce((meilleur, score) => (score.cellules > meilleur.cellules ? score : meilleur)).separateur
}

function compter(texte: string, separateur: string): number {
  let dansGuillemets = false
  let n = 0
  for (const caractere of texte) {
    if (caractere === '"') dansGuillemets = !dansGuillemets
    else if (caractere === separateur && !dansGuillemets) n += 1
  }
  return n
}

/** A text as one sheet. Its rows bear the line of the file they begin on, even when a quoted cell holds line breaks. */
export function feuilleCsv(nom: string, texte: string): Feuille {
  const options: Options = {
    delimiter: separateurDe(texte),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 2_000_000,
    info: true,
  }
  return { nom, lignes: () => lireLignes(texte, options) }
}

async function* lireLignes(texte: string, options: Options): AsyncGenerator<Ligne> {
  const lecteur = Readable.from(morceaux(texte)).pipe(parse(options))
  let fin = 0
  for await (const { record, info } of lecteur as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { numero: fin + 1, cellules: record.map((cellule) => ({ texte: cellule.slice(0, MAX_CELLULE) })) }
    fin = info.lines
  }
}

function* morceaux(texte: string): Generator<string> {
  for (let i = 0; i < texte.length; i += 65_536) yield texte.slice(i, i + 65_536)
}
