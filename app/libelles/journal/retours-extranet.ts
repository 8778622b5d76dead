const MOMENT = 'A_TOUT_MOMENT'
const JAMAIS = 'JAMAIS'

/** The way back from each act on the extranet, and on what is seen of it. */
export const RETOURS_EXTRANET = {
  demanderOuverture: [JAMAIS, 'sans confirmation de l’adresse, la demande s’efface d’elle-même.'],
  confirmerOuverture: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  accepterOuverture: [JAMAIS, 'le courriel part et le compte est ouvert.'],
  refuserOuverture: [JAMAIS, 'le courriel part\u00a0; la personne peut faire une nouvelle demande.'],
  genererMotDePasse: [MOMENT, 'demandez un autre lien\u00a0: le premier n’ouvre plus rien.'],
  choisirMotDePasse: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  commencerDemande: [MOMENT, 'supprimez la demande tant qu’elle n’est pas déposée.'],
  supprimerDemande: [JAMAIS, 'la demande et ses fichiers sont effacés\u00a0; la page le dit avant.'],
  annoncerChangement: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  rappelerDemande: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  retirerMembre: [JAMAIS, 'la personne peut demander de nouveau à rejoindre la structure.'],
  changerRoleDeMembre: [MOMENT, 'le représentant légal lui rend son rôle.'],
  fermerDemandeur: [MOMENT, 'rouvrez le compte\u00a0; ses sessions restent fermées.'],
  rouvrirDemandeur: [MOMENT, 'fermez de nouveau le compte.'],
  activerSecondFacteur: [MOMENT, 'la personne la retire depuis son compte.'],
  retirerSecondFacteur: [MOMENT, 'la personne l’active de nouveau depuis son compte.'],
  oterSecondFacteur: [JAMAIS, 'la personne seule peut l’activer de nouveau, depuis son compte.'],
  relierProConnect: [MOMENT, 'la personne ne le relie plus, depuis son compte.'],
  delierProConnect: [MOMENT, 'la personne le relie de nouveau depuis son compte.'],
  certifierRepresentant: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  voirCommeLeDemandeur: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  demanderAide: [MOMENT, 'la structure referme l’aide quand elle veut.'],
  fermerAide: [MOMENT, 'la structure demande de nouveau de l’aide.'],
  conseiller: [JAMAIS, 'le mot reste affiché à la structure\u00a0; écrivez-en un autre pour le corriger.'],
} as const
