import { mimeDe, type TypeContenu } from '#domain/piece/depot'
import type { LectureDePiece, LigneDeTexte } from '#domain/piece/texte-de-piece'
import { readDocument } from '#fichiers/document/document'
import { readTextePdf } from '#fichiers/pdf/texte-pdf'

/** Lines kept of one file: a long convention has a tenth of them. */
const LIGNES_MAX = 4_000

const AVEC_TEXTE: readonly TypeContenu[] = ['docx', 'odt', 'xlsx']

const LUE = { etat: 'LUE', pages: 1, blanches: [], images: [], aImage: false, tronquee: false, signee: false } as const

/**
 * The text of a deposited file, line by line with its place, by what the file is and not by its name. Never throws; what is not
 * read says so.
 */
export async function readTexteDePiece(contenu: Buffer, type: TypeContenu): Promise<LectureDePiece> {
  if (contenu.length === 0) return { etat: 'NON_LUE' }
  if (type === 'pdf') return readTextePdf(contenu)
  if (type === 'jpg' || type === 'png') return { ...LUE, lignes: [], images: [1], aImage: true }
  if (!AVEC_TEXTE.includes(type)) return { etat: 'NON_LUE' }
  const lu = await readDocument({ nom: '', contenu, typeReel: mimeDe(type), taille: contenu.length })
  if (!lu.ok) return { etat: lu.reason === 'ARCHIVE_CHIFFREE' ? 'PROTEGEE' : 'NON_LUE' }
  const lignes = lu.value.map(({ cellules, source }): LigneDeTexte => ({
    texte: cellules.filter(Boolean).join(' ').trim(),
    page: null,
    endroit: source.endroit,
  }))
  const dites = lignes.filter(({ texte }) => texte !== '')
  return { ...LUE, lignes: dites.slice(0, LIGNES_MAX), tronquee: dites.length > LIGNES_MAX }
}
