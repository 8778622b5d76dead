const MOMENT = 'A_TOUT_MOMENT'

/** The way back from each act on the letters, drawn or signed, and on the pace of mails. */
export const RETOURS_ENVOIS = {
  deposerLettreSignee: [MOMENT, 'retirez la lettre signée, ou remplacez-la\u00a0: le fichier déposé reste gardé.'],
  retirerLettreSignee: [MOMENT, 'déposez de nouveau la lettre signée.'],
  demanderLettres: [MOMENT, 'rien ne part\u00a0: les lettres sont dessinées pour être relues.'],
  creerGroupeDeServeurs: [MOMENT, 'supprimez ce groupe\u00a0; ce qui attend son tour part alors.'],
  modifierGroupeDeServeurs: [MOMENT, 'remettez ses domaines et son allure\u00a0: le journal dit ceux d’avant.'],
  supprimerGroupeDeServeurs: [MOMENT, 'ajoutez-le de nouveau\u00a0: le journal dit ses domaines et son allure.'],
} as const
