import type { Preuve } from '#domain/courriel/preuve'

/** The four words, and no other: none says that somebody read it. */
export const LIBELLE_PREUVE: Record<Preuve, string> = {
  PROMIS: 'Promis',
  REMIS_AU_RELAIS: 'Remis au relais',
  REMIS_AU_SERVEUR: 'Remis au serveur du destinataire',
  REFUSE: 'Refusé',
}

/** What each proves, and what it does not. */
export const SENS_PREUVE: Record<Preuve, string> = {
  PROMIS: 'Écrit et gardé. Aucun serveur ne l’a encore pris.',
  REMIS_AU_RELAIS: 'Notre relais l’a pris. Rien ne prouve que le serveur du destinataire l’a reçu.',
  REMIS_AU_SERVEUR: 'Le serveur du destinataire dit l’avoir reçu. Rien ne dit que quelqu’un l’a ouvert.',
  REFUSE: 'Un serveur l’a refusé, ou l’a rendu. Le destinataire ne l’a pas.',
}
