import { createHmac } from 'node:crypto'
import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import { cleUnique, faitDeLaCle } from '#domain/courriel/courriel'
import { getEnv } from '#infra/env'
import { adresseDAvis, adresseDeConfirmation, adresseDuLien, adresseDuMotDePasse } from '#infra/jeton'

/**
 * The token that the mail of this key gives. Drawn from the key and from the secret of the application: whoever reads the database, the queue
 * or the page of a mail cannot make it.
 */
export const jetonDuCourriel = (cleUnique: string): string =>
  createHmac('sha256', getEnv().SESSION_SECRET).update(`mot-de-passe\n${cleUnique}`).digest('base64url')

/** The mails that give a link, and where it leads. */
const ADRESSES: Record<string, (jeton: string) => string> = {
  mot_de_passe: adresseDuLien,
  compte_a_confirmer: adresseDeConfirmation,
  mot_de_passe_extranet: adresseDuMotDePasse,
  demande_avis: adresseDAvis,
}

/** What the link of a mail is drawn from: its key; every mail about one avis gives the link of the request. */
const racineDuLien = ({ modele, cleUnique }: { modele: string; cleUnique: string }): string =>
  modele === 'demande_avis' ? cleDAvis(faitDeLaCle(cleUnique)) : cleUnique

const cleDAvis = (avisId: string): string => cleUnique('avis-expert', avisId)

/** The token by which this avis is read and given. */
export const jetonDAvis = (avisId: string): string => jetonDuCourriel(cleDAvis(avisId))

/** The words of a mail as they leave: one that gives a link has it from here on, and nowhere else. */
export function motsASortir<C extends { modele: string; cleUnique: string; texte: string; html: string }>(
  courriel: C,
): C {
  const vers = ADRESSES[courriel.modele]
  if (!vers) return courriel
  const adresse = vers(jetonDuCourriel(racineDuLien(courriel)))
  const ecrire = (mots: string) => mots.replaceAll(LIEN_A_LA_SORTIE, adresse)
  return { ...courriel, texte: ecrire(courriel.texte), html: ecrire(courriel.html) }
}
