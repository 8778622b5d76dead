import type { Bloc } from '#domain/pre-projet/lecture/blocs'

/** How a file that came from outside is looked at in the page; AUCUN says why it is not. */
export type Apercu =
  | { nature: 'PAGES'; pages: number }
  | { nature: 'IMAGE' }
  | { nature: 'TEXTE'; blocs: Bloc[] }
  | { nature: 'AUCUN'; motif: string }

/** What was asked of a file is being worked out, and is not there yet: it is asked again. */
export const EN_PREPARATION = { enPreparation: true } as const

export type EnPreparation = typeof EN_PREPARATION

/** Whether a reading is still to come. */
export const estEnPreparation = (lu: unknown): lu is EnPreparation =>
  typeof lu === 'object' && lu !== null && 'enPreparation' in lu
