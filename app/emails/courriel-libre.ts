import type { Signataire } from '#domain/campagne/reglages'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { type Redacteur, signatureDe } from '#emails/courriel-de-fiche'
import { enReponse } from '#emails/modeles/fiche-recue'
import { rendreCourriel } from '#emails/rendre'

type Message = {
  destinataire: string
  destinataireNom: string
  /** Subject of the mail it answers; empty when it answers none. */
  objet: string
  corps: string
  signataire: Signataire
  redacteur: Redacteur
}

/** A mail in an officer's own words, greeted and signed. */
export function courrielLibre({
  destinataire,
  destinataireNom,
  objet,
  corps,
  signataire,
  redacteur,
}: Message): CourrielCompose {
  const modele = 'message_libre'
  const rendu = rendreCourriel(modele, {
    objet: enReponse(objet, 'Mission coopération européenne et internationale'),
    destinataire: destinataireNom,
    texte: corps,
    signature: signatureDe(signataire, redacteur),
  })
  return { modele, destinataire, destinataireNom, ...rendu }
}
