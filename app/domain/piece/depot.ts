import { compter } from '#domain/nombre'
import { libelleTropLong, lireNom } from '#domain/piece/libelle'
import { longueur } from '#domain/texte'

/** What can be noticed of a deposited file without deciding anything (docs/contrat.md, `completude`). */
export const PROBLEMES = [
  'PAGE_BLANCHE',
  'LIBELLE_TROP_LONG',
  'CONTENU_INATTENDU',
  'VIDE',
  'DEJA_VU',
  'TROP_VOLUMINEUX',
] as const
export type Probleme = (typeof PROBLEMES)[number]

export type Signalement = { probleme: Probleme; detail: string }

/** 20 Mo of the portal, read as 20 MiB; from 20 × 10⁶ the portal itself may already say no (docs/domaine.md § 1.4). */
export const MAX_OCTETS = 20 * 1024 * 1024
export const SEUIL_OCTETS = 20_000_000

/** What a file really is, found in its first bytes. `inconnu` is none of what the MCEI accepts. */
export const TYPES_CONTENU = [
  'pdf',
  'jpg',
  'png',
  'docx',
  'xlsx',
  'odt',
  'ods',
  'doc',
  'xls',
  'zip',
  'inconnu',
] as const
export type TypeContenu = (typeof TYPES_CONTENU)[number]

const MIME: Record<TypeContenu, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  inconnu: 'application/octet-stream',
}

/** The MIME type to serve a content as: by what it is, never by its name. */
export const mimeDe = (type: TypeContenu): string => MIME[type]

/** True for what a browser may show in the page by itself; all else is a download. */
export const seMontre = (typeMime: string): boolean => [MIME.pdf, MIME.jpg, MIME.png].includes(typeMime)

/** The kinds of content a deposited pièce may have (docs/domaine.md § 9.1). */
export const TYPES_ACCEPTES: readonly TypeContenu[] = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'odt', 'ods']

const EXTENSIONS: Record<string, TypeContenu> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' }

const typeAnnonce = (extension: string): TypeContenu | null =>
  EXTENSIONS[extension] ?? TYPES_CONTENU.find((type) => type === extension && type !== 'inconnu') ?? null

const mebi = (octets: number) => `${(octets / 1024 / 1024).toFixed(1).replace('.', ',')}\u00a0Mo`

const nomDuType = (type: TypeContenu) => (type === 'inconnu' ? 'un format non reconnu' : `un fichier .${type}`)

function contenuInattendu(extension: string, type: TypeContenu): string | null {
  const annonce = typeAnnonce(extension)
  if (annonce !== null && annonce !== type) return `Le nom annonce .${extension}, le contenu est ${nomDuType(type)}.`
  if (TYPES_ACCEPTES.includes(type)) return annonce === null ? `Le nom ne dit pas que c’est ${nomDuType(type)}.` : null
  return `Le contenu est ${nomDuType(type)}, que l’application ne sait pas montrer.`
}

/**
 * What a deposited file shows at first sight: empty, too heavy, label too long, content other than its name says, blank pages. A file
 * seen in another dossier (DEJA_VU) is known by whoever holds the others.
 */
export function examinerDepot(depot: {
  nomFichier: string
  taille: number
  type: TypeContenu
  blanc: boolean
}): Signalement[] {
  const { libelle, extension } = lireNom(depot.nomFichier)
  const constats: Signalement[] = []
  if (libelleTropLong(libelle)) {
    constats.push({
      probleme: 'LIBELLE_TROP_LONG',
      detail: `Le libellé compte ${compter(longueur(libelle), 'caractère')} (50 au plus).`,
    })
  }
  if (depot.taille === 0) return [...constats, { probleme: 'VIDE', detail: 'Le fichier est vide.' }]
  if (depot.taille > SEUIL_OCTETS) {
    constats.push({
      probleme: 'TROP_VOLUMINEUX',
      detail: `Le fichier pèse ${mebi(depot.taille)} (20\u00a0Mo au plus).`,
    })
  }
  const inattendu = contenuInattendu(extension, depot.type)
  if (inattendu) constats.push({ probleme: 'CONTENU_INATTENDU', detail: inattendu })
  if (depot.blanc) constats.push({ probleme: 'PAGE_BLANCHE', detail: 'Toutes les pages sont blanches.' })
  return constats
}
