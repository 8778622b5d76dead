/** One column of a table on paper: its name, its part of the width (all parts together are the whole), and whether it holds figures. */
export type ColonneDePapier = { titre: string; part: number; chiffres?: true }

/** A piece of a document; an empty one is not written. */
export type BlocDePapier =
  | { nature: 'TEXTE'; texte: string }
  | { nature: 'FAITS'; faits: readonly (readonly [nom: string, valeur: string])[] }
  | { nature: 'LISTE'; lignes: readonly string[] }
  | { nature: 'TABLEAU'; colonnes: readonly ColonneDePapier[]; rangees: readonly (readonly string[])[] }

export type PartieDePapier = { titre: string; blocs: readonly BlocDePapier[] }

/** A document as data: it knows nothing of the file it is written to. `pied` stands at the foot of each page, before its number. */
export type DocumentDePapier = {
  titre: string
  sousTitre: string
  pied: string
  parties: readonly PartieDePapier[]
}
