import { examinerCompletude, type PieceAttendue } from '#domain/piece/completude'
import { MAX_OCTETS, type Probleme, type Signalement } from '#domain/piece/depot'
import { libelleTropLong, lireNom } from '#domain/piece/libelle'
import { no, ok, type Result } from '#domain/result'

/** Files that one demande may hold: the matrix asks for nineteen pièces, and a few come in several files. */
export const FICHIERS_MAX = 60

/** Of what is asked, the pièces that must be given and of which nothing is, whatever was said since of those that are. */
export const piecesAbsentes = (
  attendues: readonly PieceAttendue[],
  donnees: readonly { code: string | null }[],
): string[] =>
  examinerCompletude(
    attendues,
    donnees.map(({ code }) => ({ code, controle: 'A_CONTROLER' })),
  ).manquantes

/** What the portal itself does not take in a file (docs/domaine.md § 1.4); anything else that is noticed is said, and the file is kept. */
const NON_PRIS = ['VIDE', 'CONTENU_INATTENDU'] as const satisfies Probleme[]

/** Photos of a telephone in a format that few read. */
const PHOTOS_NON_LUES = ['heic', 'heif']
const PHOTOS_LUES = ['jpg', 'jpeg', 'png']

export type RefusDeFichier = 'PHOTO_HEIC' | 'LIBELLE_TROP_LONG' | 'TROP_VOLUMINEUX' | (typeof NON_PRIS)[number]

/** May a file of this name and this size, in bytes, be given? Told before it leaves, and again by the act. */
export function verifierFichier({ nom, taille }: { nom: string; taille: number }): Result<undefined, RefusDeFichier> {
  const { libelle, extension } = lireNom(nom)
  if (PHOTOS_NON_LUES.includes(extension)) return no('PHOTO_HEIC')
  if (taille > MAX_OCTETS) return no('TROP_VOLUMINEUX')
  return libelleTropLong(libelle) ? no('LIBELLE_TROP_LONG') : ok()
}

/** The same of what was noticed in it once it was looked at; `detail` says it in words. */
export function verifierContenu(signalements: readonly Signalement[]): Result<undefined, RefusDeFichier> {
  for (const { probleme, detail } of signalements) {
    const refus = NON_PRIS.find((un) => un === probleme)
    if (refus) return no(refus, detail)
  }
  return ok()
}

type Place = { code: string | null; cleDepot: string }

/**
 * The place of a file given for a pièce of what is deposited: that of the same name, else of the one file of that pièce, which it takes the place of, else
 * one of its own. Never that of another pièce, were the names the same. `pieces` are the dossier's, `enAttente` what waits beside them.
 */
export function placeDuFichier(
  { code, cle }: { code: string; cle: string },
  { pieces, enAttente }: { pieces: readonly Place[]; enAttente: readonly Place[] },
): string {
  const siennes = [...pieces, ...enAttente].filter((une) => une.code === code)
  if (siennes.some(({ cleDepot }) => cleDepot === cle)) return cle
  const [seule, autre] = pieces.filter((une) => une.code === code)
  if (seule && !autre && !enAttente.some(({ cleDepot }) => cleDepot === seule.cleDepot)) return seule.cleDepot
  const prises = new Set([...pieces, ...enAttente].map(({ cleDepot }) => cleDepot))
  for (let rang = 1; ; rang += 1) {
    const voulue = rang === 1 ? cle : `${cle}#${rang}`
    if (!prises.has(voulue)) return voulue
  }
}

/** Photos that are put together in one file. */
export const PHOTOS_MAX = 20

/**
 * What is to be done of the files chosen at once for a pièce: sent as it is, put together as one PDF, or none of them. A workbook is wanted for the
 * budget, so that its photo stays one.
 */
export type ChoixDeFichiers = 'TEL_QUEL' | 'EN_UN_PDF' | 'PHOTO_HEIC' | 'PLUSIEURS_DOCUMENTS' | 'TROP_DE_PHOTOS'

export function choixDeFichiers(code: string, noms: readonly string[]): ChoixDeFichiers {
  const extensions = noms.map((nom) => lireNom(nom).extension)
  if (extensions.some((une) => PHOTOS_NON_LUES.includes(une))) return 'PHOTO_HEIC'
  const photos = extensions.every((une) => PHOTOS_LUES.includes(une))
  if (noms.length > 1 && !photos) return 'PLUSIEURS_DOCUMENTS'
  if (noms.length > PHOTOS_MAX) return 'TROP_DE_PHOTOS'
  return photos && (noms.length > 1 || code !== 'BUDGET_PROJET') ? 'EN_UN_PDF' : 'TEL_QUEL'
}
