/** What became of one line, pièce or mail of a lot. */
export const RESULTATS_LIGNE = [
  'CREE',
  'MIS_A_JOUR',
  'INCHANGE',
  'BROUILLON',
  'HORS_PERIMETRE',
  'REJET',
  'PIECE_REFUSEE',
  'MESSAGE',
] as const
export type ResultatLigne = (typeof RESULTATS_LIGNE)[number]

/** A_CONFIRMER: what it would do is shown, and nothing is done until somebody says so; ECARTE: nobody did. */
export const ETATS_LOT = ['EN_ATTENTE', 'EN_COURS', 'A_CONFIRMER', 'TERMINE', 'ECHEC', 'ECARTE'] as const
export type EtatLot = (typeof ETATS_LOT)[number]

/** A lot that a worker still has to read, or is reading. */
export const enAttente = (etat: EtatLot): boolean => etat === 'EN_ATTENTE' || etat === 'EN_COURS'

/** The tabs over the lines of a lot: what an officer has to look at first comes first. */
export const VUES_LOT = [
  'a-revoir',
  'crees',
  'mis-a-jour',
  'inchanges',
  'brouillons',
  'hors-perimetre',
  'disparus',
  'pieces',
  'messages',
  'tout',
] as const
export type VueLot = (typeof VUES_LOT)[number]
