import type { ReactNode } from 'react'
import css from '#ui/bannette/table/colonne.module.css'
import { Dit } from '#ui/kit/dit'

export type Sens = 'asc' | 'desc'

/** How the rows are ordered: a column, and which end comes first. */
export type Tri = { sort: string; dir: Sens }

/** One column of a bannette, for the table of the page as for the grid that takes its place: the same cells, as wide in both. */
export type Colonne<Ligne> = {
  /** Its name, in the address too when it can be sorted. */
  champ: string
  entete: string
  /** In pixels; `souple` takes what the others leave, and never less than this. */
  largeur: number
  souple?: true
  /** Figures stand on the right. */
  aDroite?: true
  /** Which end a first click asks for; absent where the column gives no order. */
  tri?: Sens
  /** The column by which a row is known cannot be hidden. */
  toujours?: true
  /** Hidden until it is asked for. */
  aDemander?: true
  /** On a narrow screen a row is a card: `titre` and `sous-titre` have a line of their own. */
  carte?: 'titre' | 'sous-titre'
  /** The word a card says before the value, where the value alone would not say what it is. */
  avant?: string
  /** What the cell shows; `tabIndex` goes to what can be reached in it, so that arrows move from cell to cell in the grid. */
  cellule: (ligne: Ligne, tabIndex?: number) => ReactNode
}

/** Two lines in a cell: what is looked for, over what it belongs to. */
export const DeuxLignes = ({ haut, bas }: { haut: ReactNode; bas: ReactNode }) => (
  <div className={css.deux}>
    <div className={css.haut}>{haut}</div>
    <div className={css.bas}>{bas}</div>
  </div>
)

/** What stands one under the other in a cell, side by side on a card. */
export const Pile = ({ children }: { children: ReactNode }) => <div className={css.pile}>{children}</div>

/** A value that may be longer than its cell: cut there, whole in its title. */
export const Coupe = ({ texte }: { texte: string }) => (
  <span className={css.haut} title={texte}>
    {texte}
  </span>
)

/** There is nothing to say in this cell; `dit`, when a dash read aloud would not tell. A card leaves it out. */
export const Absent = ({ dit }: { dit?: string }) => (
  <span data-absent="">
    {dit ? (
      <>
        <span aria-hidden="true">–</span>
        <Dit>{dit}</Dit>
      </>
    ) : (
      '–'
    )}
  </span>
)
