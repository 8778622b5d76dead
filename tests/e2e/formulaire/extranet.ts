import type { NomFormulaire } from '../../../app/libelles/formulaire'

/** The forms of the extranet, and what officers answer of it: each in its own journey (tests/e2e/extranet), where no session of an officer ends. */
export const DE_L_EXTRANET = {
  ficheEnLigne: 'nobody is signed in who fills it: its own journey keeps, refuses and sends it',
  ouvertureDeCompte: 'nobody is signed in who fills it: its own journey refuses and sends it',
  confirmationDeCompte: 'a button, behind the link of a mail: nobody is signed in',
  compteAOuvrir: 'lists on what somebody asked: its own journey answers it',
  compteRefuse: 'one reason, on what somebody asked: nobody has asked in the demonstration',
} as const satisfies Partial<Record<NomFormulaire, string>>
