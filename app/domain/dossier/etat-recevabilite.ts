/** Where the recevabilité of a dossier stands: a tab and a filter of the bannette. */
export const ETATS_RECEVABILITE = ['RIEN_A_SIGNALER', 'A_VERIFIER', 'VERIFIEE'] as const
export type EtatRecevabilite = (typeof ETATS_RECEVABILITE)[number]

/** As an address says it: `a-verifier`. */
export const recevabiliteEnAdresse = (etat: EtatRecevabilite): string => etat.toLowerCase().replace(/_/g, '-')
