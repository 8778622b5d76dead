import { type EtatCourriel, ETATS_COURRIEL } from '#domain/courriel/courriel'
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

/**
 * The steps that an officer takes. A mail that waits for its hour, or that our relay took and of which no server has spoken yet, travels by itself: nothing
 * is to be done of it, however long it is silent, unless an officer chooses the post.
 */
const A_FAIRE: Record<SuiteNotification, boolean> = {
  PAR_COURRIER: true,
  A_LIBERER: true,
  RETENU: true,
  RENVOYER: true,
  ATTENDRE_LE_DEPART: false,
  ATTENDRE_LE_SERVEUR: false,
}

/**
 * Whether a decision waits for an officer to tell it (the tab « À notifier »): it may be told, it is to be told, and its next step is one that an officer
 * takes. `executoire`: the délibération of what was voted is in force; nothing else is decided before it is. What an officer chose to tell by no mail
 * is not to be told.
 */
export function estANotifier({ executoire, ...suivie }: DecisionSuivie & { executoire: boolean }): boolean {
  if (!executoire || suivie.decision?.avecCourriel === false) return false
  const suite = suiteDeNotification(suivie)
  return suite !== null && A_FAIRE[suite]
}

/** How a decision is still to be told, as the address of a list says it. */
export const NOTIFICATIONS_EN_ADRESSE = ['par-courrier', 'a-relire'] as const
export type NotificationEnAdresse = (typeof NOTIFICATIONS_EN_ADRESSE)[number]

/** The states of a mail that was to tell a decision in which it is for an officer to let it go again: all that is to be done, but for what only the post can. */
export const COURRIELS_A_REPRENDRE: readonly EtatCourriel[] = ETATS_COURRIEL.filter((etat) => {
  const decision = { avecCourriel: true, courrierLe: null }
  const suivie = { decision, courriel: { etat, preuve: 'PROMIS' as const }, prouvee: null }
  return estANotifier({ ...suivie, executoire: true }) && suiteDeNotification(suivie) !== 'PAR_COURRIER'
})
