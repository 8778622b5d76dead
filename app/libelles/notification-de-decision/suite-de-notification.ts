import type { SuiteNotification } from '#domain/notification-de-decision/suite-de-notification'

/** What is still to be done, and how. */
export const MOTS_SUITE: Record<SuiteNotification, { titre: string; quoi: string }> = {
  PAR_COURRIER: {
    titre: 'À notifier par courrier',
    quoi: 'Aucun courriel ne peut le dire, ou il a été refusé\u00a0: envoyez la lettre, puis dites-le dans l’onglet Décision du dossier.',
  },
  A_LIBERER: {
    titre: 'À faire partir',
    quoi: 'Leur courriel n’est pas parti\u00a0: faites-le partir depuis la page de la séance.',
  },
  RETENU: { titre: 'Courriel retenu', quoi: 'Ouvrez le courriel\u00a0: envoyez-le quand même, ou abandonnez-le.' },
  RENVOYER: {
    titre: 'Envoi échoué',
    quoi: 'Aucun serveur ne l’a refusé pour de bon\u00a0: ouvrez le courriel et renvoyez-le.',
  },
  ATTENDRE_LE_DEPART: {
    titre: 'Va partir',
    quoi: 'Rien à faire\u00a0: le courriel attend son heure, ou le serveur de courrier.',
  },
  ATTENDRE_LE_SERVEUR: {
    titre: 'Remis au relais, sans preuve',
    quoi: 'Le serveur du destinataire n’a rien dit. Si la notification doit être prouvée, envoyez la lettre et dites-le dans l’onglet Décision.',
  },
}

/** What a séance voted and is over: its decision was reopened. */
export const MOTS_ROUVERTE = {
  titre: 'Décision rouverte',
  quoi: 'Rien ne part plus de cette séance pour eux\u00a0: un nouveau vote en décide, et le montant voté ici ne compte plus.',
}
