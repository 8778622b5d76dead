import { type Cellule, type Ligne, VIDE } from '#domain/portail/cellule'
import { ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { LIMITES_CLASSEUR } from '#fichiers/classeur/garde-classeur'
import { ouvrirTableau } from '#fichiers/tableau/tableau'
import { type MotifFichier, type MotifSansDetail, refuserFichier } from '#fichiers/type/refus'

/** Rows read at most: a year of such a file is some hundreds. */
const LIGNES_LUES_MAX = 5_000
/** The heading is among these. */
const LIGNES_AVANT_ENTETE = 20

/** Without accents, case or marks, since a heading is written in many ways. */
export const plat = (texte: string): string =>
  texte
    .normalize('NFKD')
    .replace(/[\p{M}]+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/**
 * The columns of a file that another program writes, in any order: each by its names, flat. A column that bears a name of an earlier list is taken before
 * any of the next; of two of the same list, the first of the file.
 */
export type Noms<C extends string> = Readonly<Record<C, readonly (readonly string[])[]>>

type Places = ReadonlyMap<string, number>

/** Where each column is, when this row names them all. */
function placesDe({ cellules }: Ligne, noms: Noms<string>): Places | null {
  const ecrits = cellules.map(({ texte }) => plat(texte))
  const places = Object.entries(noms).map(([colonne, listes]) => {
    const trouvees = listes.map((connus) => ecrits.findIndex((ecrit) => connus.includes(ecrit)))
    return [colonne, trouvees.find((place) => place >= 0) ?? -1] as const
  })
  return places.every(([, place]) => place >= 0) ? new Map(places) : null
}

/** The day of a cell, typed or not, with an hour or without; null where it is none. */
export function jourDeCellule({ texte, date }: Cellule): Jour | null {
  if (date) return date
  const lu = jourSaisi(texte)
  return lu.ok ? lu.value : null
}

const estVide = ({ cellules }: Ligne) => cellules.every(({ texte }) => texte.trim() === '')

type Lecture<C extends string, L> = {
  noms: Noms<C>
  /** What one row says; `rang` is the row as the spreadsheet numbers it. */
  lire: (cellule: (colonne: C) => Cellule, rang: number) => L
  /** Said of a file where no row names all the columns. */
  sinon: MotifSansDetail
}

/** The rows of a file that another program writes, .xlsx or .csv: the first sheet whose heading names all the columns, under titles or not. */
export async function lireColonnesNommees<C extends string, L>(
  fichier: { nom: string; contenu: Buffer },
  { noms, lire, sinon }: Lecture<C, L>,
): Promise<Result<L[], MotifFichier>> {
  const feuilles = await ouvrirTableau(fichier, LIMITES_CLASSEUR)
  if (!feuilles.ok) return feuilles
  try {
    for (const feuille of feuilles.value) {
      const lues: L[] = []
      let places: Places | null = null
      for await (const ligne of feuille.lignes()) {
        if (places) {
          const la = places
          if (!estVide(ligne)) lues.push(lire((colonne) => ligne.cellules[la.get(colonne) ?? -1] ?? VIDE, ligne.numero))
        } else if (ligne.numero > LIGNES_AVANT_ENTETE) break
        else places = placesDe(ligne, noms)
        if (lues.length > LIGNES_LUES_MAX) return refuserFichier(fichier.nom, 'TROP_DE_CELLULES')
      }
      if (places) return ok(lues)
    }
    return refuserFichier(fichier.nom, sinon)
  } catch {
    return refuserFichier(fichier.nom, 'ABIME')
  }
}
