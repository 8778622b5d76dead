/** One thing that was done on what a page shows, as its journal tells it. */
export type Changement = {
  /** Of the journal. */
  entree: string
  /** Null for the software itself. */
  parId: string | null
  par: string
  dit: string
  /** What the sentence adds: which pièce, from what to what. */
  details: string[]
  /** In ms. */
  le: number
}

/** What a page is told when what it shows has changed: where it is at, and what others did. */
export type Nouvelles = { version: number | null; autres: Changement[] }
