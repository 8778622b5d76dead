const ENTIER = new Intl.NumberFormat('fr-FR')
const PLURIEL = new Intl.PluralRules('fr-FR')

/** `12 345`: a count as a person reads it. */
export const formatEntier = (n: number): string => ENTIER.format(n)

/** The wording that goes with this count. French says 0 and 1 in the singular: « 0 dossier », « 1 dossier », « 2 dossiers ». */
export const accorder = (n: number, un: string, plusieurs = `${un}s`): string =>
  PLURIEL.select(n) === 'one' ? un : plusieurs

/** `1 dossier`, `12 345 dossiers`: a count and what it counts, which a line does not part. Every number that precedes a noun is said here. */
export const compter = (n: number, un: string, plusieurs?: string): string =>
  `${formatEntier(n)}\u00a0${accorder(n, un, plusieurs)}`
