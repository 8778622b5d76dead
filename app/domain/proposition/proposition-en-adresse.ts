import { AVIS_PROPOSITION, type AvisProposition } from '#domain/proposition/proposition'

/** How the address of a bannette asks what is proposed: something, nothing, or one opinion. */
export const PROPOSITIONS_EN_ADRESSE = ['proposee', 'sans', 'favorable', 'reserve', 'defavorable'] as const

/** The opinion that a word of the address asks for; undefined where it asks for any, or for none. */
export const avisDeLAdresse = (valeur: string): AvisProposition | undefined =>
  AVIS_PROPOSITION.find((avis) => avis.toLowerCase() === valeur)
