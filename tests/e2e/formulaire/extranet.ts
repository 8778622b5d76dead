import type { NomFormulaire } from '../../../app/libelles/formulaire'

/** The forms of the extranet, and what officers answer of it: each in its own journey (tests/e2e/extranet), where no session of an officer ends. */
export const DE_L_EXTRANET = {
  ficheEnLigne: 'nobody is signed in who fills it: its own journey keeps, refuses and sends it',
  ouvertureDeCompte: 'nobody is signed in who fills it: its own journey refuses and sends it',
  confirmationDeCompte: 'a button, behind the link of a mail: nobody is signed in',
  connexionExtranet: 'it opens the session of a demandeur; it holds a password, which is never kept',
  motDePasseAGenerer: 'before any session; it holds an address alone',
  motDePasseAChoisir: 'before any session; it holds passwords, which are never kept',
  correction: 'of a demandeur: its own journey sends it',
  sessionsExtranet: 'a button, of a demandeur signed in elsewhere too',
  adhesionAcceptee: 'a button, of a représentant légal; one choice of a list',
  adhesionRefusee: 'the words of a représentant légal, in the journey of the members',
  compteExtranet: 'a button, on an account of the extranet: nothing is written in it',
  codeConnexion: 'it opens the session of a demandeur; it holds a code, which is never kept',
  secondFacteur: 'it holds a password and a code, which are never kept',
  membreARetirer: 'a button, of a représentant légal: nothing is written in it',
  deconnexionExtranet: 'it ends the session of a demandeur; a button',
  compteAOuvrir: 'lists on what somebody asked: its own journey answers it',
  compteRefuse: 'one reason, on what somebody asked: nobody has asked in the demonstration',
  commencerDemande: 'of the extranet, its own journey begins a demande',
  etapeEnLigne: 'of the extranet, kept as it is typed; its own journey loses the session in the middle',
  modificationVoulue: 'of the extranet; its own journey sends it',
  donnerPieceEnLigne: 'of the extranet, a file; its own journey gives some',
  retirerPieceEnLigne: 'of the extranet, a button',
  validerDemandeEnLigne: 'of the extranet, its own journey deposits',
  supprimerDemande: 'of the extranet, a button',
} as const satisfies Partial<Record<NomFormulaire, string>>
