import type { Jour } from '#domain/temps/jour'
import type { Bloc } from '#emails/mise-en-page'

/** A table of a letter: the name of each column, and rows whose first cell names them. */
export type TableauDeLettre = { genre: 'tableau'; titres: readonly string[]; rangees: readonly (readonly string[])[] }

export type BlocDeLettre = Bloc | TableauDeLettre

/** A part of a letter; `titre` is null where it follows the salutation. */
export type PartieDeLettre = { titre: string | null; blocs: readonly BlocDeLettre[] }

/** A letter as data: it knows nothing of the file it is written to. Each text is words, and never a mark. */
export type Lettre = {
  /** The name of the document, as a reader of files shows it. */
  titre: string
  le: Jour
  /** Who writes, line by line, under the name of the Département. */
  expediteur: readonly string[]
  /** To whom, line by line, as an envelope with a window shows it. */
  destinataire: readonly string[]
  lieuEtDate: string
  references: readonly (readonly [nom: string, valeur: string])[]
  objet: string
  /** Before the signature. */
  corps: readonly PartieDeLettre[]
  signature: { qualite: string; nom: string }
  /** After the signature. */
  suite: readonly PartieDeLettre[]
  pied: string
}
