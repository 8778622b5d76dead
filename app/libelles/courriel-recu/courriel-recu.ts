import type { SuiteRecue } from '#domain/courriel-recu/suite'

/** What an officer reads when a mail cannot be classified as they said. */
export const PHRASE_REFUS_RECLASSEMENT: Record<string, string> = {
  FICHE_DEJA_TRAVAILLEE:
    'La fiche née de ce message a changé depuis\u00a0: clôturez-la, ou laissez le message rangé avec elle.',
  DEMANDE_DEJA_TRAITEE: 'La demande de modification née de ce message a déjà reçu une réponse\u00a0: elle reste telle.',
  PRE_PROJET_MANQUANT: 'Choisissez la fiche dont ce message est une nouvelle version.',
  DOSSIER_MANQUANT: 'Ce message ne cite aucun dossier connu\u00a0: donnez le numéro du dossier.',
  DOSSIER_INCONNU: 'Aucun dossier ne porte ce numéro\u00a0: vérifiez-le, par exemple 2025-01012.',
  DEJA_LU: 'Ce message a été lu entre-temps.',
}

/** What became of what the former classification had made. */
export const PHRASE_DEFAIT: Record<string, string> = {
  FICHE_RETIREE: 'La fiche qu’il avait créée est retirée\u00a0: personne n’y avait touché.',
  FICHE_CLOSE: 'La fiche qu’il avait créée reste, close\u00a0: un courriel est déjà parti à son sujet.',
  FICHE_RENDUE: 'La fiche retrouve ce qu’elle disait avant ce message.',
  VALEURS_GARDEES: 'Les valeurs qu’il avait apportées restent dans la fiche\u00a0: elle a changé depuis.',
  DEMANDE_RETIREE: 'La demande de modification qui attendait est retirée.',
}

/** What becomes of the answer that a received mail asks for. */
export const LIBELLE_SUITE: Record<SuiteRecue, string> = {
  A_REPONDRE: 'À répondre',
  REPONDU: 'Répondu',
  REPONDU_AILLEURS: 'Répondu ailleurs',
  SANS_REPONSE: 'Sans réponse à donner',
}

/** What a mail sent by a machine is called. */
export const LIBELLE_AUTOMATISME: Record<string, string> = {
  REPONSE_AUTOMATIQUE: 'Réponse automatique',
  NON_REMISE: 'Avis de non-remise',
  ENVOI_EN_NOMBRE: 'Envoi en nombre',
}
