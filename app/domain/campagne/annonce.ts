import type { EtatCampagne } from '#domain/campagne/vie-campagne'
import { compareJours, type Jour } from '#domain/temps/jour'

/** What is looked at before a campagne is shown to who may ask. */
export type CampagneAnnoncee = { etat: EtatCampagne; ouverteLe: Jour; echeanceFiche: Jour; echeanceDepot: Jour }

/** Where a campagne is, for who may ask: to come, with the help of the MCEI still, without it, or over. */
export type Moment = 'A_VENIR' | 'AIDEE' | 'SANS_AIDE' | 'CLOSE'

/**
 * Two days matter to who asks (docs/domaine.md § 1.1): the last one to send a fiche and be helped, and the last one to deposit. A fiche sent
 * between them is read and may be answered too late to help.
 */
export function momentDeCampagne(campagne: CampagneAnnoncee, today: Jour): Moment {
  if (campagne.etat !== 'OUVERTE' || compareJours(today, campagne.echeanceDepot) > 0) return 'CLOSE'
  if (compareJours(today, campagne.ouverteLe) < 0) return 'A_VENIR'
  return compareJours(today, campagne.echeanceFiche) > 0 ? 'SANS_AIDE' : 'AIDEE'
}

/** True when a fiche may be sent on line for it. */
export const prendDesFiches = (moment: Moment): boolean => moment === 'AIDEE' || moment === 'SANS_AIDE'

/** True when it has a page that anybody may read: one that is prepared or put away has none. */
export const estAnnoncee = ({ etat }: Pick<CampagneAnnoncee, 'etat'>): boolean =>
  etat === 'OUVERTE' || etat === 'FERMEE'
