import { type CauseDeNonRemise, causeDeNonRemise, type Remise } from '#domain/courriel-recu/avis-de-remise'

/** Why a mail did not reach the person, as an officer reads it. */
const LIBELLE_CAUSE: Record<CauseDeNonRemise, string> = {
  ADRESSE_INCONNUE: 'Cette adresse n’existe pas chez le destinataire.',
  DOMAINE_INCONNU: 'Le domaine de cette adresse n’existe pas\u00a0: elle est sans doute mal écrite.',
  BOITE_FERMEE: 'La boîte du destinataire est fermée et ne reçoit plus de courriel.',
  BOITE_PLEINE: 'La boîte du destinataire est pleine.',
  MESSAGE_TROP_LOURD: 'Le serveur du destinataire trouve ce courriel trop lourd.',
  SERVEUR_INJOIGNABLE: 'Le serveur du destinataire n’a pas pu être joint.',
  REFUSE_PAR_LE_SERVEUR: 'Le serveur du destinataire refuse nos courriels.',
  CONTENU_REFUSE: 'Le serveur du destinataire refuse le contenu de ce courriel.',
  INCONNUE: 'Le serveur du destinataire ne dit pas clairement pourquoi.',
}

/** Words of a server longer than this are a page, not a reason. */
const MOTS_MAX = 300

/** « 550 5.1.1 User unknown »: the code, then the words; empty when the report gives neither. */
export const motsDuServeur = ({ codeStatut, diagnostic }: Remise): string =>
  [diagnostic.includes(codeStatut ?? '') ? null : codeStatut, diagnostic.slice(0, MOTS_MAX)].filter(Boolean).join(' ')

const reponseDuServeur = (remise: Remise): string => {
  const mots = motsDuServeur(remise)
  return mots === '' ? '' : ` Réponse du serveur\u00a0: «\u00a0${mots}\u00a0».`
}

/** « Cette adresse n’existe pas chez le destinataire. Réponse du serveur : « 550 5.1.1 User unknown ». » */
export const phraseDeNonRemise = (remise: Remise): string =>
  `${LIBELLE_CAUSE[causeDeNonRemise(remise)]}${reponseDuServeur(remise)}`

/** Said of a mail that is late at the other end: nothing is lost yet. */
export const phraseDeRetard = (remise: Remise): string =>
  `Le serveur du destinataire n’a pas encore pris ce courriel\u00a0; il sera présenté encore quelques jours.${reponseDuServeur(remise)}`
