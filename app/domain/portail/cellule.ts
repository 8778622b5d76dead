import type { Jour } from '#domain/temps/jour'

/** One cell as a file gives it: its text, and its typed value where the format has one (xlsx numbers and dates). */
export type Cellule = { texte: string; nombre?: number; date?: Jour }

/** One row of a file with its line number as people see it (the first is 1). */
export type Ligne = { numero: number; cellules: readonly Cellule[] }

export const VIDE: Cellule = { texte: '' }
