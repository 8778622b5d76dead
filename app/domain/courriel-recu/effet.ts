import type { EtatPreProjet } from '#domain/pre-projet/etat'

/** What the classification of a mail did elsewhere. `version` is the one it left: a fiche at another has been worked on since. */
export type Effet =
  | { genre: 'FICHE_CREEE'; preProjetId: string; version: number }
  | {
      genre: 'VERSION_RECUE'
      preProjetId: string
      version: number
      /** What it said before, its fields and what stood under other labels. */
      champs: unknown
      nonReconnues?: unknown
      etat: EtatPreProjet
    }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The effect a row keeps, from its JSON; null when it did nothing that could be taken back. */
export function lireEffet(json: unknown): Effet | null {
  if (!isObject(json) || typeof json.preProjetId !== 'string' || typeof json.version !== 'number') return null
  const { genre } = json
  return genre === 'FICHE_CREEE' || genre === 'VERSION_RECUE' ? (json as Effet) : null
}
