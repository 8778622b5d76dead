import type { Cellule } from '#domain/portail/cellule'
import type { Ligne } from '#domain/pre-projet/fiche'
import { no, ok, type Result } from '#domain/result'
import type { MotifArchive } from '#fichiers/archive/archive-de-document'
import { feuillesDe } from '#fichiers/classeur/classeur'
import type { PieceLue } from '#fichiers/courriel/courriel-lu'
import { readDocx } from '#fichiers/document/document-docx'
import { readHtml } from '#fichiers/document/document-html'
import { readOdt } from '#fichiers/document/document-odt'
import { decoderTexte } from '#fichiers/courriel/jeu-de-caracteres'
import { texteDeRtf } from '#fichiers/courriel/texte-rtf'
import { readPdf, type MotifPdf } from '#fichiers/pdf/document-pdf'
import { ouvrirClasseur } from '#fichiers/classeur/garde-classeur'
import { MSG } from '#fichiers/courriel/type-de-contenu'

/** Why a document cannot be read; the sentence is in `detail`. */
export type MotifDocument =
  | MotifArchive
  | MotifPdf
  | 'XML_ILLISIBLE'
  | 'VIDE'
  | 'TROP_LOURD'
  | 'ANCIEN_FORMAT'
  | 'IMAGE'
  | 'AUTRE_FORMAT'
  | 'CLASSEUR_ILLISIBLE'

type Fichier = Pick<PieceLue, 'nom' | 'contenu' | 'typeReel' | 'taille'>

export type DocumentLu = Result<Ligne[], MotifDocument>

const TAILLE_MAX = 25 * 1024 * 1024
const RANGEES_MAX = 500
const TEXTE_MAX = 2_000_000
const LIGNES_MAX = 5_000

const PHRASES: Record<MotifDocument, string> = {
  ARCHIVE_ILLISIBLE: 'Le document est abîmé\u00a0: il ne s’ouvre pas.',
  ARCHIVE_PIEGEE: 'Le document est anormalement volumineux une fois ouvert\u00a0: il n’a pas été lu.',
  ARCHIVE_CHIFFREE: 'Le document est protégé par un mot de passe.',
  PARTIE_ABSENTE: 'Le document ne contient pas de texte\u00a0: il est abîmé ou d’un autre format que son nom.',
  XML_ILLISIBLE: 'Le document est abîmé\u00a0: son texte est illisible.',
  PDF_PROTEGE: 'Le PDF est protégé par un mot de passe.',
  PDF_ILLISIBLE: 'Le PDF est abîmé\u00a0: il ne s’ouvre pas.',
  PDF_TROP_LONG: 'Le PDF a plus de 60 pages\u00a0: ce n’est pas une fiche.',
  PDF_PIEGE: 'Le PDF est anormalement volumineux une fois ouvert\u00a0: il n’a pas été lu.',
  SANS_TEXTE: 'Le PDF est une image (document numérisé)\u00a0: à lire et à saisir à la main.',
  VIDE: 'Le fichier est vide.',
  TROP_LOURD: 'Le fichier dépasse 25\u00a0Mo\u00a0: il n’a pas été lu.',
  ANCIEN_FORMAT:
    'Le document est à l’ancien format de Word (.doc), ou protégé par un mot de passe\u00a0: à lire à la main.',
  IMAGE: 'Le fichier est une image\u00a0: à lire à la main.',
  AUTRE_FORMAT: 'Ce format n’est pas lu automatiquement.',
  CLASSEUR_ILLISIBLE: 'Le classeur ne peut pas être lu.',
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** OLE envelopes: old formats of Office, and new ones locked by a password. */
const ANCIENS = ['application/msword', 'application/vnd.ms-excel', 'application/x-cfb']

/** Whether the bytes of a file are needed to say what it holds: not for an image, nor for what is too heavy to be a fiche. */
export const estLisible = ({ typeReel, taille }: Pick<PieceLue, 'typeReel' | 'taille'>): boolean =>
  taille <= TAILLE_MAX && !typeReel.startsWith('image/') && typeReel !== MSG

/** Reads the lines of a file by what it really is, not by its name. Never throws. */
export async function readDocument(piece: Fichier): Promise<DocumentLu> {
  try {
    const lu = await lire(piece)
    return lu.ok ? lu : no(lu.reason, PHRASES[lu.reason])
  } catch {
    return no('AUTRE_FORMAT', PHRASES.AUTRE_FORMAT)
  }
}

async function lire({ contenu, nom, typeReel, taille }: Fichier): Promise<DocumentLu> {
  if (taille === 0) return no('VIDE')
  if (taille > TAILLE_MAX) return no('TROP_LOURD')
  if (typeReel === 'application/pdf') return readPdf(contenu, nom)
  if (typeReel === DOCX) return readDocx(contenu, nom)
  if (typeReel.startsWith('application/vnd.oasis.opendocument.text')) return readOdt(contenu, nom)
  if (typeReel === XLSX) return readClasseur(contenu, nom)
  if (typeReel === 'application/zip') return readZipInconnu(contenu, nom)
  if (typeReel === 'text/html') return ok(readHtml(decoderTexte(contenu, ''), nom))
  if (typeReel === 'text/plain') return ok(lignesDe(decoderTexte(contenu.subarray(0, TEXTE_MAX), ''), nom))
  if (typeReel === 'application/rtf') return ok(lignesDe(texteDeRtf(contenu.toString('latin1')), nom))
  if (ANCIENS.includes(typeReel)) return no('ANCIEN_FORMAT')
  return no(typeReel.startsWith('image/') ? 'IMAGE' : 'AUTRE_FORMAT')
}

/** The lines of a plain text; tabs part the cells that a table had. */
const lignesDe = (texte: string, fichier: string): Ligne[] =>
  texte
    .split(/\r\n?|\n/)
    .slice(0, LIGNES_MAX)
    .map((ligne, i) => ({ cellules: [ligne.slice(0, 20_000).trim()], source: { fichier, endroit: `ligne ${i + 1}` } }))

/** A .docx or .odt whose parts are in an unusual order looks like any zip. */
async function readZipInconnu(contenu: Buffer, nom: string): Promise<DocumentLu> {
  const docx = await readDocx(contenu, nom)
  if (docx.ok || docx.reason !== 'PARTIE_ABSENTE') return docx
  const odt = await readOdt(contenu, nom)
  return odt.ok || odt.reason !== 'PARTIE_ABSENTE' ? odt : no('AUTRE_FORMAT')
}

/** A number as a French hand writes it: with a point, `1234.567` would be taken for more than a million. */
const texteDe = ({ texte, nombre }: Cellule): string =>
  nombre === undefined || Number.isInteger(nombre) ? texte : nombre.toFixed(2).replace('.', ',')

const COLONNES_MAX = 40

async function readClasseur(contenu: Buffer, fichier: string): Promise<DocumentLu> {
  const classeur = await ouvrirClasseur({ nom: fichier, contenu })
  if (!classeur.ok) return no('CLASSEUR_ILLISIBLE')
  const lignes: Ligne[] = []
  const feuilles = await feuillesDe(classeur.value)
  for (const [i, feuille] of feuilles.slice(0, 3).entries()) {
    for await (const { numero, cellules } of feuille.lignes()) {
      if (lignes.length >= RANGEES_MAX) return ok(lignes)
      lignes.push({
        cellules: cellules.slice(0, COLONNES_MAX).map(texteDe),
        source: { fichier, endroit: `feuille «\u00a0${feuille.nom}\u00a0», ligne ${numero}` },
        tableau: i + 1,
      })
    }
  }
  return ok(lignes)
}
