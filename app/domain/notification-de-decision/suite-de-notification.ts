import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Preuve } from '#domain/courriel/preuve'
import { estAParCourrier, type NotificationProuvee } from '#domain/notification-de-decision/notification-prouvee'
import type { Jour } from '#domain/temps/jour'

/** What is still to be done of a decision that a séance voted, so that its notification is proved. */
export const SUITES_NOTIFICATION = [
  'PAR_COURRIER',
  'A_LIBERER',
  'RETENU',
  'RENVOYER',
  'ATTENDRE_LE_DEPART',
  'ATTENDRE_LE_SERVEUR',
] as const
export type SuiteNotification = (typeof SUITES_NOTIFICATION)[number]

export type DecisionSuivie = {
  /** Null while its mail is not let go. */
  decision: { avecCourriel: boolean; courrierLe: Jour | null } | null
  courriel: { etat: EtatCourriel; preuve: Preuve | null } | null
  prouvee: NotificationProuvee | null
}

/** The next step; null where the notification is proved, or an agent dealt with it by post. */
export function suiteDeNotification({ decision, courriel, prouvee }: DecisionSuivie): SuiteNotification | null {
  if (prouvee) return null
  if (!decision) return 'A_LIBERER'
  if (estAParCourrier({ ...decision, courriel })) return 'PAR_COURRIER'
  switch (courriel?.etat) {
    // No mail told it: something else has to.
    case undefined:
    case 'ANNULE':
    case 'NON_REMIS':
      return 'PAR_COURRIER'
    case 'RETENU':
      return 'RETENU'
    case 'ECHEC':
      return 'RENVOYER'
    case 'A_ENVOYER':
      return 'ATTENDRE_LE_DEPART'
    case 'ENVOYE':
      return 'ATTENDRE_LE_SERVEUR'
  }
}
