import { STRUCTURES } from '../../../prisma/demo/structures'

/** A structure of the demonstration that is an association: what it must give is the longest list. */
export const RANG_STRUCTURE = 1

/** An association that the demonstration grants nothing, and no journey but one: what it is granted is that journey’s alone. */
export const RANG_SANS_ACCORD = 6

/** Whose dossiers the extractions of the journeys bring, unless another is told. */
export function structure(rang = RANG_STRUCTURE) {
  const found = STRUCTURES[rang]
  if (!found) throw new Error('no structure')
  return found
}

/** One dossier of an extraction: a good one, but for what is said. */
export type Depot = {
  numero: string
  objet: string
  /** The rank of its structure; that of all when nothing is said. */
  rangStructure?: number
  /** Days since it was deposited; ten when nothing is said. */
  ilYa?: number
  deposeLe?: string
  pays?: string
  montant?: string
  courriel?: string
  /** Of the workbook of the budget; nothing is deposited with it when absent. */
  budget?: 'juste' | 'desequilibre'
  /** One more file, that nobody can open. */
  illisible?: boolean
}
