/**
 * A workbook as plain data: what a reader of files hands to the rules of the budget. Rows and columns count from 1.
 */
export type Cellule = {
  ligne: number
  colonne: number
  /** What the cell shows: a number, a text, an error such as `#REF!`; null where only a formula is known. */
  valeur: number | string | null
  /** True when the value is a spreadsheet error. */
  erreur?: boolean
  /** Without its leading `=`. */
  formule?: string
  /** True when it is merged down several rows: each of them bears its words. */
  fusionnee?: boolean
}

export type Feuille = {
  nom: string
  visible: boolean
  /** Cells by row, then by column; empty ones are absent. */
  lignes: ReadonlyMap<number, ReadonlyMap<number, Cellule>>
  lignesMasquees: ReadonlySet<number>
  colonnesMasquees: ReadonlySet<number>
}

export type Classeur = {
  feuilles: readonly Feuille[]
  /** Defined names that point at one cell, in upper case. */
  noms: ReadonlyMap<string, { feuille: string; ligne: number; colonne: number }>
}

/** `6` → `F`, `28` → `AB`. */
export function lettresDe(colonne: number): string {
  let reste = colonne
  let lettres = ''
  while (reste > 0) {
    lettres = String.fromCharCode(65 + ((reste - 1) % 26)) + lettres
    reste = Math.floor((reste - 1) / 26)
  }
  return lettres
}

/** `F14` or `$F$14` → row 14, column 6; null when it is not a cell of a sheet. */
export function positionDe(reference: string): { ligne: number; colonne: number } | null {
  const lu = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference.trim())
  if (!lu?.[1] || !lu[2]) return null
  let colonne = 0
  for (const lettre of lu[1].toUpperCase()) colonne = colonne * 26 + lettre.charCodeAt(0) - 64
  const ligne = Number(lu[2])
  return ligne >= 1 && ligne <= 1_048_576 && colonne <= 16_384 ? { ligne, colonne } : null
}

/** `Budget!F14`: how a constat names a cell to a person. */
export const adresse = (feuille: string, { ligne, colonne }: { ligne: number; colonne: number }): string =>
  `${feuille}!${lettresDe(colonne)}${ligne}`

export const celluleDe = (feuille: Feuille, ligne: number, colonne: number): Cellule | undefined =>
  feuille.lignes.get(ligne)?.get(colonne)

/** The sheet of this name in whole, of which `feuille` may be a part. */
export const entiere = (classeur: Classeur, feuille: Feuille): Feuille =>
  classeur.feuilles.find(({ nom }) => nom === feuille.nom) ?? feuille

/** A rectangle of a sheet; its bounds are in it. */
export type Zone = { lignes: Etendue; colonnes: Etendue }
export type Etendue = { premiere: number; derniere: number }

const dans = (n: number, { premiere, derniere }: Etendue): boolean => n >= premiere && n <= derniere

const garder = (feuille: Feuille, garde: (ligne: number, colonne: number) => boolean): Feuille['lignes'] =>
  new Map(
    [...feuille.lignes]
      .map(([ligne, rangee]) => [ligne, new Map([...rangee].filter(([colonne]) => garde(ligne, colonne)))] as const)
      .filter(([, rangee]) => rangee.size > 0),
  )

/** A part of a sheet, where each cell keeps its address. */
export const partie = (feuille: Feuille, { lignes, colonnes }: Zone): Feuille => ({
  ...feuille,
  lignes: garder(feuille, (ligne, colonne) => dans(ligne, lignes) && dans(colonne, colonnes)),
  colonnesMasquees: new Set([...feuille.colonnesMasquees].filter((colonne) => dans(colonne, colonnes))),
})

/** A sheet without some of its parts. */
export const sansParties = (feuille: Feuille, zones: readonly Zone[]): Feuille => ({
  ...feuille,
  lignes: garder(feuille, (ligne, colonne) => !zones.some((z) => dans(ligne, z.lignes) && dans(colonne, z.colonnes))),
})
