import { secours } from '#ui/kit/reprise/reprise'

/** Code that comes when it is first needed: without a network it is waited for, and the page that needs it stays (docs/decisions/0027). */
export const venir = <M,>(charger: () => Promise<M>): Promise<M> =>
  charger().catch((erreur: unknown) => {
    if (secours.revenir) return secours.revenir(charger)
    throw erreur
  })
