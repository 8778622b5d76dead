import { no, ok, type Result } from '#domain/result'

/** A file given for a pièce of a demande that is not deposited. */
type Donne = { id: string; code: string; cleDepot: string; recueLe: Date; recuePar: string }

/** A file as a page showed it: another given in its place is another one. */
export const vueDeFichier = ({ id, recueLe }: Pick<Donne, 'id' | 'recueLe'>): string => `${id} ${recueLe.getTime()}`

/** What is given: for which pièce, under which folded label, by whom, and in the place of which file, as it was shown (`vueDeFichier`); empty for none. */
type Donnant<D extends Donne> = { code: string; cleDepot: string; par: string; remplace: string; pieces: readonly D[] }

export type RefusDePlaceDeFichier = 'FICHIER_CHANGE' | 'DEJA_DONNE'

/**
 * The file that one takes the place of; undefined where it takes none. FICHIER_CHANGE where the one it was to replace is no more as it was shown. DEJA_DONNE
 * where its name is that of the file of somebody else, or of one that it was not said to replace: nobody's file goes away unasked; `detail` is its id.
 */
export function fichierRemplace<D extends Donne>(donnant: Donnant<D>): Result<D | undefined, RefusDePlaceDeFichier> {
  const { code, cleDepot, par, remplace, pieces } = donnant
  const siennes = pieces.filter((une) => une.code === code)
  const vise = siennes.find((une) => vueDeFichier(une) === remplace)
  if (remplace !== '' && !vise) return no('FICHIER_CHANGE')
  const homonyme = siennes.find((une) => une.cleDepot === cleDepot)
  if (!homonyme || homonyme === vise) return ok(vise)
  return vise || homonyme.recuePar !== par ? no('DEJA_DONNE', homonyme.id) : ok(homonyme)
}

/** May this person take it away, who was shown it so? The file of another, or one that changed since, only as it was shown. */
export const peutRetirer = (piece: Donne, { vue, par }: { vue: string; par: string }): boolean =>
  vue === '' ? piece.recuePar === par : vue === vueDeFichier(piece)
