/** What an officer may say a mail is: what the software finds by itself (a doublon, an unreadable one) is not theirs to say. */
export const NATURES_CHOISIES = ['FICHE', 'NOUVELLE_VERSION', 'DEMANDE_DEVERROUILLAGE', 'AUTRE'] as const
export type NatureChoisie = (typeof NATURES_CHOISIES)[number]
