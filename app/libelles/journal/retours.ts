import type { ActeJournal } from '#domain/journal/entree'

/** Whether what an act did can be undone: at once, within a window, by a RESPONSABLE with a reason, or never. */
const SENS = {
  A_TOUT_MOMENT: 'Réversible aussitôt',
  DANS_UN_DELAI: 'Réversible dans un délai',
  PAR_UN_RESPONSABLE: 'Réversible par un responsable, avec un motif',
  JAMAIS: 'Irréversible',
} as const
type Sens = keyof typeof SENS

type Retour = readonly [sens: Sens, comment: string]

const MOMENT = 'A_TOUT_MOMENT'
const DELAI = 'DANS_UN_DELAI'
const RESPONSABLE = 'PAR_UN_RESPONSABLE'
const JAMAIS = 'JAMAIS'

const DECISION =
  'reprenez la décision tant que son courriel n’est pas parti\u00a0; ensuite, un responsable rouvre le dossier, avec un motif et l’avertissement du CRPA L242-1.'

/** The way back from each act, as docs/retours.md and the pages say it: an act without its line does not compile. */
const RETOURS: Record<ActeJournal, Retour> = {
  importer: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  deposer: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  mettreAJour: [JAMAIS, 'l’état d’avant reste dans les versions du formulaire.'],
  signalerDisparu: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  signalerRetour: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  recevoirPiece: [JAMAIS, 'chaque version reçue est gardée.'],
  choisirBudget: [MOMENT, 'choisissez une autre feuille dans l’onglet Budget.'],
  reconnaitrePiece: [MOMENT, 'donnez un autre nom à la pièce.'],
  controlerPiece: [
    MOMENT,
    'donnez un autre avis, ou remettez la pièce à contrôler\u00a0; un dossier complet redevient alors à contrôler.',
  ],
  annulerControle: [MOMENT, 'donnez de nouveau votre avis sur la pièce.'],
  dispenserPiece: [MOMENT, 'remettez la pièce à contrôler.'],
  ecarterSignalement: [MOMENT, 'rétablissez le signalement.'],
  retablirSignalement: [MOMENT, 'écartez de nouveau le signalement.'],
  retenirElement: [MOMENT, 'retirez l’élément de la demande.'],
  retirerElement: [MOMENT, 'retenez de nouveau l’élément.'],
  demanderComplements: [
    DELAI,
    'pendant 5 minutes, tant que le courriel n’est pas parti\u00a0; ensuite, une autre demande la remplace.',
  ],
  annulerComplements: [MOMENT, 'refaites la demande.'],
  recevoirElement: [JAMAIS, 'l’élément est dit reçu, le délai court de nouveau\u00a0; redemandez-le au besoin.'],
  recevoirComplements: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  depasserComplements: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  relancer: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  lancerRelances: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  lancerLot: [JAMAIS, 'chaque dossier revient en arrière par son propre acte, comme si l’acte avait été fait seul.'],
  declarerIncomplet: [MOMENT, 'contrôlez les pièces, puis déclarez le dossier complet.'],
  declarerComplet: [JAMAIS, 'le courriel part\u00a0; demandez des compléments pour revenir à un dossier incomplet.'],
  instruire: [MOMENT, 'demandez des compléments pour revenir à un dossier incomplet.'],
  recontroler: [MOMENT, 'contrôlez la pièce, puis déclarez de nouveau le dossier complet.'],
  affecter: [MOMENT, 'suivez le dossier, ou confiez-le à quelqu’un d’autre.'],
  deverrouiller: [
    DELAI,
    'pendant 5 minutes, tant que le courriel n’est pas parti\u00a0; ensuite, refermez la modification.',
  ],
  refermerDeverrouillage: [MOMENT, 'ouvrez de nouveau le dossier à modification.'],
  annulerDeverrouillage: [MOMENT, 'ouvrez de nouveau le dossier à modification.'],
  refuserDeverrouillage: [
    DELAI,
    'pendant 5 minutes, tant que le courriel n’est pas parti\u00a0; ensuite, ouvrez le dossier à modification.',
  ],
  annulerRefusDeverrouillage: [MOMENT, 'répondez de nouveau à la demande.'],
  rappelerDeverrouillage: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  recevoirModification: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  accepterModification: [
    JAMAIS,
    'la version déposée avant reste gardée\u00a0; ouvrez de nouveau le dossier à modification pour la corriger.',
  ],
  ecarterModification: [
    JAMAIS,
    'ce que le demandeur avait écrit reste gardé\u00a0; ouvrez de nouveau le dossier à modification.',
  ],
  accorder: [RESPONSABLE, DECISION],
  accorderPartiellement: [RESPONSABLE, DECISION],
  refuser: [RESPONSABLE, DECISION],
  classerSansSuite: [RESPONSABLE, DECISION],
  constaterDecisionAilleurs: [
    RESPONSABLE,
    'un responsable rouvre le dossier, avec un motif\u00a0; aucun courriel n’est parti.',
  ],
  constaterRejetImplicite: [
    RESPONSABLE,
    'un responsable rouvre le dossier, avec un motif\u00a0; aucun courriel n’est parti.',
  ],
  changerCampagne: [MOMENT, 'changez de nouveau le dossier de campagne, avec un motif.'],
  reprendreDecision: [MOMENT, 'décidez de nouveau.'],
  retirer: [RESPONSABLE, DECISION],
  verifierRecevabilite: [MOMENT, 'remettez la recevabilité à vérifier, tant que rien n’est décidé.'],
  reprendreRecevabilite: [MOMENT, 'répondez de nouveau à ce qui est signalé.'],
  passerOutre: [
    MOMENT,
    'rétablissez le point, tant que rien n’est décidé\u00a0; passer outre ne vaut que pour ce fait.',
  ],
  retablirBloquant: [MOMENT, 'passez de nouveau outre, avec un motif.'],
  declarerHorsDelai: [RESPONSABLE, DECISION],
  declarerIneligible: [RESPONSABLE, DECISION],
  rouvrirDecision: [MOMENT, 'prenez une nouvelle décision\u00a0; la première reste au journal.'],
  recevoirCourriel: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  reclasserCourriel: [MOMENT, 'classez de nouveau le courriel.'],
  direSuite: [MOMENT, 'remettez le message parmi ceux à répondre, ou répondez-y.'],
  relireCourriel: [MOMENT, 'confirmez ou corrigez ce qui a été lu.'],
  recevoirDemandeDeverrouillage: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  retenirAccuse: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  saisirFiche: [MOMENT, 'fermez la fiche\u00a0: elle sort de ce qui est à traiter.'],
  confirmerChamp: [MOMENT, 'corrigez de nouveau le champ.'],
  repondreCritere: [MOMENT, 'donnez une autre réponse.'],
  examinerPreProjet: [
    DELAI,
    'reprenez l’avis tant que son courriel n’est pas parti\u00a0; ensuite, écrivez à la structure.',
  ],
  inviterADeposer: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  proposerRapprochement: [MOMENT, 'confirmez ou écartez le rapprochement.'],
  confirmerRapprochement: [MOMENT, 'remettez le rapprochement en question.'],
  ecarterRapprochement: [MOMENT, 'remettez le rapprochement en question.'],
  retablirRapprochement: [MOMENT, 'confirmez ou écartez le rapprochement.'],
  rattacherDossier: [MOMENT, 'remettez le rapprochement en question.'],
  reprendreAvis: [MOMENT, 'rendez de nouveau l’avis.'],
  ecrireMessage: [DELAI, 'annulez le message s’il a une heure de départ qui n’est pas passée.'],
  ecrireNote: [MOMENT, 'modifiez ou retirez votre note.'],
  modifierNote: [MOMENT, 'modifiez-la encore.'],
  retirerNote: [JAMAIS, 'écrivez une autre note.'],
  reglerGrille: [MOMENT, 'réglez de nouveau la grille\u00a0; les réponses données restent.'],
  clorePreProjet: [MOMENT, 'rouvrez la fiche.'],
  rouvrirPreProjet: [MOMENT, 'clôturez de nouveau la fiche.'],
  envoyerCourriel: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  echouerCourriel: [MOMENT, 'renvoyez le courriel.'],
  constaterNonRemise: [JAMAIS, 'corrigez l’adresse, puis renvoyez le courriel ou joignez la structure autrement.'],
  constaterRetard: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  reglerNonRemise: [JAMAIS, 'l’adresse peut de nouveau recevoir\u00a0; un autre retour la signalera.'],
  relancerCourriel: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  relancerCourriels: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  tenirPourEnvoye: [JAMAIS, 'écrivez un autre message à la structure si elle n’a rien reçu.'],
  suspendreEnvois: [MOMENT, 'réessayez maintenant, ou attendez\u00a0: l’envoi reprend de lui-même.'],
  reessayerEnvois: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  reprendreEnvois: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  annulerCourriel: [JAMAIS, 'écrivez un autre message.'],
  avancerCourriel: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  deplacerCourriel: [MOMENT, 'déplacez de nouveau le départ, tant qu’il n’est pas passé.'],
  retenirCourriel: [MOMENT, 'envoyez-le quand même, ou abandonnez-le.'],
  envoyerCourrielRetenu: [JAMAIS, 'un courriel parti ne se reprend pas.'],
  abandonnerCourriel: [JAMAIS, 'écrivez un autre message.'],
  verrouillerFichierInfecte: [JAMAIS, 'un fichier infecté reste verrouillé\u00a0; redemandez la pièce.'],
  ouvrirCampagne: [JAMAIS, 'une campagne ouverte se règle, elle ne se supprime pas.'],
  reglerCampagne: [MOMENT, 'réglez de nouveau la campagne\u00a0; ce qui est déjà décidé ne change pas.'],
  modifierExigences: [MOMENT, 'modifiez encore, ou abandonnez la version en préparation.'],
  publierExigences: [JAMAIS, 'publiez une autre version.'],
  abandonnerExigences: [JAMAIS, 'préparez une autre version.'],
  demanderReapplication: [JAMAIS, 'publiez une autre version, puis appliquez-la.'],
  reappliquerExigences: [JAMAIS, 'publiez une autre version, puis appliquez-la.'],
  preciserFait: [MOMENT, 'donnez une autre réponse, ou retirez-la.'],
  genererDossiers: [JAMAIS, 'des dossiers d’essai ne se retirent pas un à un.'],
  refaireComptes: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  deposerLot: [JAMAIS, 'un import déposé est lu\u00a0; ce qu’il change se corrige dossier par dossier.'],
  traiterLot: [JAMAIS, 'ce qu’un import change se corrige dossier par dossier.'],
  confirmerLot: [JAMAIS, 'ce qu’un import change se corrige dossier par dossier.'],
  corrigerLigne: [JAMAIS, 'ce qu’un import change se corrige dossier par dossier.'],
  ecarterLot: [JAMAIS, 'déposez de nouveau l’import.'],
  demanderRapport: [MOMENT, 'demandez un autre rapport.'],
  produireRapport: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  creerAgent: [JAMAIS, 'un compte se ferme, il ne se supprime pas.'],
  activerAgent: [JAMAIS, 'un fait est constaté, il reste au journal.'],
  fermerSessions: [JAMAIS, 'connectez-vous de nouveau sur chaque poste.'],
  modifierAgent: [MOMENT, 'redonnez au compte ce qu’il avait\u00a0: le journal le dit.'],
  fermerAgent: [MOMENT, 'rouvrez le compte\u00a0; ses sessions restent fermées.'],
  rouvrirAgent: [MOMENT, 'fermez de nouveau le compte.'],
  donnerLien: [MOMENT, 'donnez un autre lien\u00a0: le premier n’ouvre plus rien.'],
  enregistrerVue: [MOMENT, 'retirez la vue, ou enregistrez-en une autre sous le même nom.'],
  retirerVue: [MOMENT, 'enregistrez de nouveau la vue.'],
  seConnecter: [JAMAIS, 'un fait est constaté, il reste au journal.'],
}

/** « Réversible dans un délai : pendant 5 minutes… »: said before the act. */
export function phraseRetour(acte: ActeJournal): string {
  const [sens, comment] = RETOURS[acte]
  return `${SENS[sens]}\u00a0: ${comment}`
}
