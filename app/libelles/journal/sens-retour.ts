/** Whether what an act did can be undone: at once, within a window, by a RESPONSABLE with a reason, or never. */
const SENS = {
  A_TOUT_MOMENT: 'Réversible aussitôt',
  DANS_UN_DELAI: 'Réversible dans un délai',
  PAR_UN_RESPONSABLE: 'Réversible par un responsable, avec un motif',
  JAMAIS: 'Irréversible',
} as const

/** Whether an act can be undone, and how, in words that end a sentence. */
export type Retour = readonly [sens: keyof typeof SENS, comment: string]

/** « Réversible dans un délai : pendant 5 minutes… »: said before the act. */
export const direRetour = ([sens, comment]: Retour): string => `${SENS[sens]}\u00a0: ${comment}`
