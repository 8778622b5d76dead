import type { Jour } from '#domain/temps/jour'

/** A table: the name of each column, its share of the width, and the cells of each row. */
export type TableauDeRecapitulatif = {
  genre: 'tableau'
  titres: readonly string[]
  largeurs: readonly number[]
  rangees: readonly (readonly string[])[]
}

export type BlocDeRecapitulatif =
  TableauDeRecapitulatif | { genre: 'paragraphe'; texte: string } | { genre: 'citation'; texte: string }

/** What was deposited, as data: it knows nothing of the file it is written to. Each text is words, and never a mark. */
export type Recapitulatif = {
  /** The name of the document, as a reader of files shows it. */
  titre: string
  le: Jour
  /** To whom it was deposited, line by line, under the name of the Département. */
  expediteur: readonly string[]
  objet: string
  parties: readonly { titre: string; blocs: readonly BlocDeRecapitulatif[] }[]
  pied: string
}
