export type Changement = { champ: string; avant: string; apres: string }

/** One entry as people read it: a sentence, what it adds, and what changed from what to what. */
export type Recit = { phrase: string; precisions: string[]; changements: Changement[] }

/** What an entry of the journal holds, as it was written. */
export type Detail = Record<string, unknown>

export const isDetail = (value: unknown): value is Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const texte = (detail: Detail, cle: string): string => {
  const value = detail[cle]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const textes = (detail: Detail, cle: string): string[] => {
  const value = detail[cle]
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
}

export const motsDe = (mots: Record<string, string>, code: string): string => mots[code] ?? code

export const listeDe = (detail: Detail, cle: string): Detail[] => {
  const lus = detail[cle]
  return Array.isArray(lus) ? lus.filter(isDetail) : []
}

const VIDE = 'rien'

/** The fields that `cle` lists, and what each held before and after; `nom` says a field by its code. */
export const champsChanges = (detail: Detail, cle: string, nom = (champ: string): string => champ): Changement[] =>
  listeDe(detail, cle).map((d) => ({
    champ: nom(texte(d, 'champ')),
    avant: texte(d, 'avant') || VIDE,
    apres: texte(d, 'apres') || VIDE,
  }))
