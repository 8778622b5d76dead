/** What an officer may say a mail is: what the software finds by itself (a doublon, an unreadable one) is not theirs to say. */
export const NATURES_CHOISIES = ['FICHE', 'NOUVELLE_VERSION', 'DEMANDE_DEVERROUILLAGE', 'AUTRE'] as const
export type NatureChoisie = (typeof NATURES_CHOISIES)[number]

/** What a received mail was found to be. */
export const NATURES_RECUES = [...NATURES_CHOISIES, 'DOUBLON', 'ILLISIBLE'] as const
export type NatureRecue = (typeof NATURES_RECUES)[number]

export const estNatureRecue = (texte: string | null): texte is NatureRecue =>
  (NATURES_RECUES as readonly (string | null)[]).includes(texte)
