import iconv from 'iconv-lite'
import { type Numero, numerosCites, parseNumero } from '#domain/dossier/numero'
import type { SourceDePiece } from '#fichiers/archive/piece-d-archive'
import type { MotifPiece } from '#fichiers/archive/refus-archive'

/** A file of a delivery before it is judged, wherever it comes from. */
export type Brut = { chemin: string; taille: number; refus: MotifPiece | null; source: SourceDePiece }

/** Where a file of a delivery belongs, from its path inside it. IGNORE is what systems leave behind and nobody deposited. */
export type Place =
  | { nature: 'PIECE'; numero: Numero; nomFichier: string; chemin: string }
  | { nature: 'REFUS'; motif: 'CHEMIN_INTERDIT' | 'DOSSIER_INCONNU' }
  | { nature: 'IGNORE' }

const LAISSES = /^(\.|~\$|__macosx$|thumbs\.db$|desktop\.ini$)/i

/** The number in front of a file that no folder names: what follows is the file's own name. */
const NUMERO_DEVANT = /^\d{4}[\s‐‑–-]\d{5}[\s_–-]+/u

/** The number that a name holds, alone or among words: `2025-01234 - COMITÉ`, `dossier-2025-01234`. Two numbers say nothing. */
function numeroDe(nom: string): Numero | null {
  const [cite, autre] = numerosCites(nom.replaceAll('_', ' '))
  return parseNumero(nom) ?? (autre === undefined ? (cite ?? null) : null)
}

/**
 * Places a file by its path: the folder named by a dossier number, whatever stands above or under it, else the file's own name. A path that leaves its root is
 * refused, never repaired.
 */
export function placer(chemin: string): Place {
  const propre = chemin.replaceAll('\\', '/')
  if (propre.endsWith('/')) return { nature: 'IGNORE' }
  const segments = propre.split('/')
  if (/^([a-z]:|\/)/i.test(propre) || propre.includes('\u0000') || segments.includes('..'))
    return { nature: 'REFUS', motif: 'CHEMIN_INTERDIT' }
  if (segments.some((segment) => LAISSES.test(segment))) return { nature: 'IGNORE' }
  const nomFichier = segments.at(-1) ?? ''
  const duDossier = segments
    .slice(0, -1)
    .map(numeroDe)
    .find((lu) => lu !== null)
  const numero = duDossier ?? numeroDe(nomFichier)
  const nom = duDossier ? nomFichier : nomFichier.replace(NUMERO_DEVANT, '') || nomFichier
  if (!numero || nomFichier.trim() === '') return { nature: 'REFUS', motif: 'DOSSIER_INCONNU' }
  return { nature: 'PIECE', numero, nomFichier: nom.normalize('NFC'), chemin: propre.normalize('NFC') }
}

const UNICODE_PATH = 0x7075

type NomDEntree = { nom: Buffer; utf8: boolean; champs: readonly { id: number; data: Buffer }[] }

/**
 * The name of a zip entry. The flag or the Unicode field of Info-ZIP decide; else bytes that are valid UTF-8 are UTF-8 (many tools forget
 * the flag); else the code page of a French DOS: CP437, or CP850 where CP437 would draw boxes in the middle of words.
 */
export function nomDEntree({ nom, utf8, champs }: NomDEntree): string {
  const unicode = champs.find(({ id, data }) => id === UNICODE_PATH && data.length > 5)
  if (unicode) return unicode.data.toString('utf8', 5)
  if (utf8) return nom.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(nom)
  } catch {
    const cp437 = iconv.decode(nom, 'cp437')
    return /[\u2500-\u259F\u0370-\u03FF]/.test(cp437) ? iconv.decode(nom, 'cp850') : cp437
  }
}
