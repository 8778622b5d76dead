/** One run of figures of a chart: a column of the page, under one name. */
export type Serie = { nom: string; lettre: string; couleur: string }

/** A corner of a chart, from 0: the cell it stands in. */
export type Coin = { colonne: number; ligne: number }

/** A chart of the page's own cells, drawn by the spreadsheet itself: it follows them when they change. */
export type Graphique = {
  sens: 'BARRES' | 'COLONNES'
  titre: string
  /** What it shows, in words and figures, for who does not see it. */
  description: string
  /** The column of the names, and the rows from the first to the last. */
  libelles: string
  premiere: number
  derniere: number
  series: readonly Serie[]
  place: { de: Coin; a: Coin }
}
