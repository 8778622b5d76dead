import type { Signataire } from '#domain/campagne/reglages'
import { type Redacteur, signataireDe } from '#domain/courriel/signature'
import type { CourrielRendu } from '#emails/mise-en-page'
import { enReponse } from '#emails/modeles/fiche-recue'
import { messageLibre } from '#emails/modeles/message-libre'

type Message = {
  destinataire: string
  destinataireNom: string
  /** Subject of the mail it answers; empty when it answers none. */
  objet: string
  corps: string
  signataire: Signataire
  redacteur: Redacteur
}

/** One ready to be frozen. */
export type CourrielLibre = CourrielRendu & { modele: 'message_libre'; destinataire: string; destinataireNom: string }

/** A mail in an officer's own words, greeted and signed. */
export function courrielLibre({
  destinataire,
  destinataireNom,
  objet,
  corps,
  signataire,
  redacteur,
}: Message): CourrielLibre {
  const modele = 'message_libre'
  const rendu = messageLibre({
    objet: enReponse(objet, 'Mission coopération européenne et internationale'),
    texte: corps,
    signature: signataireDe(signataire, redacteur),
  })
  return { modele, destinataire, destinataireNom, ...rendu }
}
