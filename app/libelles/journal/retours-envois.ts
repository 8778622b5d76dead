const MOMENT = 'A_TOUT_MOMENT'

/** The way back from each act on the letters of a séance and on the pace of mails. */
export const RETOURS_ENVOIS = {
  demanderLettres: [MOMENT, 'rien ne part\u00a0: les lettres sont dessinées pour être relues.'],
  creerGroupeDeServeurs: [MOMENT, 'supprimez ce groupe\u00a0; ce qui attend son tour part alors.'],
  modifierGroupeDeServeurs: [MOMENT, 'remettez ses domaines et son allure\u00a0: le journal dit ceux d’avant.'],
  supprimerGroupeDeServeurs: [MOMENT, 'ajoutez-le de nouveau\u00a0: le journal dit ses domaines et son allure.'],
} as const
