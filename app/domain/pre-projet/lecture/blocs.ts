import type { Ligne } from '#domain/pre-projet/fiche'

/**
 * A document as a screen shows it: paragraphs and tables, in their order. `endroit` is the place that `Source.endroit` gives for the words
 * read there, so that they can be found again.
 */
export type Bloc =
  | { nature: 'PARAGRAPHE'; texte: string; endroit: string }
  | { nature: 'TABLEAU'; rangees: { cellules: string[]; endroit: string }[] }

/** The lines of a document put together: the rows of one table make one table, empty lines are left out. */
export function enBlocs(lignes: readonly Ligne[]): Bloc[] {
  const blocs: Bloc[] = []
  let enCours: number | undefined
  for (const { cellules, source, tableau } of lignes) {
    if (cellules.every((cellule) => cellule.trim() === '')) continue
    const dernier = blocs.at(-1)
    if (tableau === undefined) blocs.push({ nature: 'PARAGRAPHE', texte: cellules.join(' '), endroit: source.endroit })
    else if (dernier?.nature === 'TABLEAU' && enCours === tableau)
      dernier.rangees.push({ cellules, endroit: source.endroit })
    else blocs.push({ nature: 'TABLEAU', rangees: [{ cellules, endroit: source.endroit }] })
    enCours = tableau
  }
  return blocs
}
