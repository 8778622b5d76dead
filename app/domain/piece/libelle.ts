import { longueur, nettoyer, plier } from '#domain/texte'

/** The name of a deposited file taken apart: `02 - Lettre signée.pdf` → rank 2, label, extension in lower case. */
export type NomDePiece = { rang: number | null; libelle: string; extension: string }

/** Characters a label may have (docs/domaine.md § 1.4), the rank and the extension apart. */
export const MAX_LIBELLE = 50

/** Reads a file's name. The rank is one to three digits and a separator; a name that is only digits is a label. */
export function lireNom(nomFichier: string): NomDePiece {
  const nom = nettoyer(nomFichier)
  const [, sansExtension = nom, extension = ''] = /^(.+)\.([A-Za-z0-9]{1,8})$/.exec(nom) ?? []
  const [, rang, libelle] = /^(\d{1,3})\s*(?:[-–—_.)]\s*|\s)(?=\S)(.+)$/.exec(sansExtension) ?? []
  return {
    rang: rang === undefined ? null : Number(rang),
    libelle: nettoyer(libelle ?? sansExtension),
    extension: extension.toLowerCase(),
  }
}

/** The same label deposited again is a new version of the same pièce. */
export const cleDepot = (libelle: string): string => plier(libelle)

/** Counted in code points once composed, as the portal's field counts them. */
export const libelleTropLong = (libelle: string): boolean => longueur(libelle) > MAX_LIBELLE
