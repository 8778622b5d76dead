/** What stands in an address for a field that holds something, whatever it is, and for one that holds nothing. */
export const REMPLI = '*rempli'
export const VIDE = '*vide'

/** A field by its name, which is one of its campagne, and what it holds, as an address says it. */
export type ChampEnAdresse = { libelle: string; valeur: string }

export const champEnAdresse = ({ libelle, valeur }: ChampEnAdresse): string =>
  `${encodeURIComponent(libelle)}=${valeur}`

/** Reads it again; null where it is not one. */
export function champDeLAdresse(dit: string): ChampEnAdresse | null {
  const [, nom, valeur] = /^([^=]+)=(.+)$/su.exec(dit) ?? []
  if (nom === undefined || valeur === undefined) return null
  try {
    return { libelle: decodeURIComponent(nom), valeur }
  } catch {
    return null
  }
}

const COLONNE = 'service:'

/** The column of a bannette that shows the field of this name, and what orders a list by it. */
export type ColonneDuService = `${typeof COLONNE}${string}`

export const colonneDuService = (libelle: string): ColonneDuService => `${COLONNE}${libelle}`

export const estColonneDuService = (dite: string): dite is ColonneDuService =>
  dite.startsWith(COLONNE) && dite.length > COLONNE.length

/** The name of the field. */
export const libelleDeColonne = (colonne: ColonneDuService): string => colonne.slice(COLONNE.length)
