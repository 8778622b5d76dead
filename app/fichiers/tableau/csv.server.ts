import { Readable } from 'node:stream'
import { parse, type Options } from 'csv-parse'
import iconv from 'iconv-lite'
import type { Ligne } from '#domain/portail/cellule'
import { type Feuille, MAX_CELLULE } from '#fichiers/classeur/classeur'

/**
 * The text of a file whose encoding nobody says: a byte order mark wins, then UTF-16 without one (half of its bytes are zeros), then UTF-8
 * when every byte agrees, else Windows-1252, which is what Excel writes in France. Null when it is no text at all.
 */
export function decoder(contenu: Buffer): string | null {
  const encodage = encodageDe(contenu)
  const texte = iconv.decode(contenu, encodage, { stripBOM: true })
  return texte.includes('\u0000') ? null : texte
}

function encodageDe(contenu: Buffer): 'utf8' | 'utf16le' | 'utf16be' | 'win1252' {
  if (contenu.subarray(0, 3).equals(Buffer.from('efbbbf', 'hex'))) return 'utf8'
  if (contenu.subarray(0, 2).equals(Buffer.from('fffe', 'hex'))) return 'utf16le'
  if (contenu.subarray(0, 2).equals(Buffer.from('feff', 'hex'))) return 'utf16be'
  const debut = contenu.subarray(0, 2_000)
  const zeros = (parite: number) => debut.filter((octet, i) => octet === 0 && i % 2 === parite).length
  if (zeros(1) > debut.length / 4) return 'utf16le'
  if (zeros(0) > debut.length / 4) return 'utf16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(contenu)
    return 'utf8'
  } catch {
    return 'win1252'
  }
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
