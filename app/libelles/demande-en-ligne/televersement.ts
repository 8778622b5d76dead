import { type PourQuoi, pourcentRecu } from '#domain/demande-en-ligne/televersement'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import { adresseDesComplements, adresseDesFichiersDuBilan } from '#libelles/demandeur/adresses'
import { tailleLisible } from '#libelles/taille'

/** Where files are sent piece by piece (docs/contrat.md). */
export const ADRESSE_TELEVERSEMENTS = '/extranet/televersements'

export const adresseDeTeleversement = (id: string): string => `${ADRESSE_TELEVERSEMENTS}/${id}`

/** Where one is given up by a button. */
export const adresseDAbandon = (id: string): string => `${adresseDeTeleversement(id)}/abandon`

/** The page on which a file for this is given. */
export function adressePour({ pour, code }: { pour: PourQuoi; code: string }): string {
  if ('demandeEnLigneId' in pour) return adresseDEtape(pour.demandeEnLigneId, 'PIECES')
  return codeFichierBilan(code) ? adresseDesFichiersDuBilan(pour.dossierId) : adresseDesComplements(pour.dossierId)
}

/** How far one is, as a person reads it: `45 % (9 Mo sur 20 Mo)`. */
export const phraseRecu = (envoi: { recu: number; taille: number }): string =>
  `${pourcentRecu(envoi)}\u00a0% (${tailleLisible(envoi.recu)} sur ${tailleLisible(envoi.taille)})`

/** A deposit waits for this file; one whose name has not come yet has none to be called by, nor to be given up by. */
export const phraseEnVol = (nomFichier: string): string =>
  nomFichier === ''
    ? 'Un fichier commence à arriver\u00a0: la demande n’est pas déposée. Attendez un instant, puis validez.'
    : `«\u00a0${nomFichier}\u00a0» n’est pas encore arrivé en entier\u00a0: la demande n’est pas déposée. Reprenez ou abandonnez cet envoi à l’étape des pièces, puis validez.`

/** What is said while a file leaves, stops, and goes on. */
export const DIT_TELEVERSEMENT = {
  VERIFIE: 'Le fichier est arrivé. Nous le vérifions…',
  COUPE:
    'La connexion est coupée. Ce qui est arrivé est gardé\u00a0: vérifiez votre réseau, l’envoi reprend tout seul dès qu’il revient.',
  SUSPENDU: 'L’envoi est en pause. Ce qui est arrivé est gardé.',
  SESSION:
    'Votre session est finie. Connectez-vous de nouveau dans un autre onglet, puis choisissez «\u00a0Reprendre\u00a0»\u00a0: ce qui est arrivé est gardé.',
} as const
