/**
 * What a listing covers, as who delivers it says: a part of the demandes, which says nothing of those it does not hold, or the whole of its
 * campagnes, of which what is absent has left the portal.
 */
export const COUVERTURES = ['PARTIE', 'CAMPAGNE'] as const
export type Couverture = (typeof COUVERTURES)[number]

/** Fewer absents than this are looked at one by one. */
const ABSENTS_MIN = 10

/** One absent for this many dossiers held: fewer lines than a whole campagne could lose. */
const UN_SUR = 5

/** True when a listing said to be whole lacks so many of the dossiers held that it more likely is a part: it is asked again. */
export const estDouteuse = ({ absents, connus }: { absents: number; connus: number }): boolean =>
  absents >= ABSENTS_MIN && absents * UN_SUR > connus
