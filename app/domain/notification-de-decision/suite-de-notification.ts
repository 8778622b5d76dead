import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Preuve } from '#domain/courriel/preuve'
import { estAParCourrier, type Notification } from '#domain/notification-de-decision/notification-prouvee'
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
  notification: Notification | null
}

/** The next step; null where the notification is proved, or an agent dealt with it by post. */
export function suiteDeNotification({ decision, courriel, notification }: DecisionSuivie): SuiteNotification | null {
  if (notification) return null
  if (!decision) return 'A_LIBERER'
  if (estAParCourrier({ ...decision, courriel })) return 'PAR_COURRIER'
  switch (courriel?.etat) {
    case undefined:
      return null
    case 'RETENU':
      return 'RETENU'
    case 'ECHEC':
      return 'RENVOYER'
    case 'A_ENVOYER':
      return 'ATTENDRE_LE_DEPART'
    default:
      return 'ATTENDRE_LE_SERVEUR'
  }
}
