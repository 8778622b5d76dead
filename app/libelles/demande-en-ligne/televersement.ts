import {
  COMMENCES_MAX_PAR_HEURE,
  EN_VOL_MAX_PAR_DEMANDE,
  type PourQuoi,
  pourcentRecu,
} from '#domain/demande-en-ligne/televersement'
import { compter } from '#domain/nombre'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import { adresseDesComplements, adresseDesFichiersDuBilan } from '#libelles/demandeur/adresses'
import { REFUS_DE_FICHIER_DE_BILAN } from '#libelles/demandeur/refus-de-fichier-de-bilan'
import { REFUS_DE_COMPLEMENT } from '#libelles/demandeur/complement'
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

const REFUS: Readonly<Record<string, string>> = {
  ...REFUS_DE_COMPLEMENT,
  ...REFUS_DE_PIECE,
  ...REFUS_DE_FICHIER_DE_BILAN,
  ANNONCE_ILLISIBLE: 'Cet envoi n’a pas pu commencer\u00a0: rechargez la page, puis choisissez de nouveau le fichier.',
  TROP_D_ENVOIS:
    'Vous avez déjà plusieurs fichiers en cours d’envoi. Attendez qu’ils arrivent, ou abandonnez-en un, puis choisissez de nouveau celui-ci.',
  TROP_D_ENVOIS_DE_LA_DEMANDE: `${compter(EN_VOL_MAX_PAR_DEMANDE, 'fichier')} sont déjà en cours d’envoi pour cette demande. Attendez qu’ils arrivent, puis choisissez de nouveau celui-ci.`,
  TROP_D_ENVOIS_PAR_HEURE: `Vous avez commencé ${compter(COMMENCES_MAX_PAR_HEURE, 'envoi')} en une heure. Attendez un peu, puis choisissez de nouveau ce fichier.`,
  EMPREINTE:
    'Ce fichier est arrivé abîmé\u00a0: il n’a pas été gardé. Choisissez-le de nouveau pour l’envoyer une autre fois.',
  INCOMPLET: 'Ce fichier n’est pas encore arrivé en entier\u00a0: choisissez-le de nouveau pour reprendre l’envoi.',
  VERROUILLE: 'Ce fichier est déjà en train d’arriver par une autre page. Attendez un instant.',
  PANNE: 'Nous n’avons pas pu recevoir ce fichier. L’envoi reprendra où il s’est arrêté.',
}

/** Why a file was not taken, and what to do; `detail` says it in words for what is looked at in the file. */
export function phraseDeTeleversement(reason: string, detail?: string): string {
  if (reason === 'TROP_DE_FICHIERS') return REFUS_DE_PIECE.TROP_DE_FICHIERS
  return detail || (REFUS[reason] ?? REFUS_DE_PIECE.OCCUPE)
}

/** How far one is, as a person reads it: `45 % (9 Mo sur 20 Mo)`. */
export const phraseRecu = (envoi: { recu: number; taille: number }): string =>
  `${pourcentRecu(envoi)}\u00a0% (${tailleLisible(envoi.recu)} sur ${tailleLisible(envoi.taille)})`

/** A deposit waits for this file. */
export const phraseEnVol = (nomFichier: string): string =>
  `«\u00a0${nomFichier}\u00a0» n’est pas encore arrivé en entier\u00a0: la demande n’est pas déposée. Reprenez ou abandonnez cet envoi à l’étape des pièces, puis validez.`

/** What is said while a file leaves, stops, and goes on. */
export const DIT_TELEVERSEMENT = {
  VERIFIE: 'Le fichier est arrivé. Nous le vérifions…',
  COUPE:
    'La connexion est coupée. Ce qui est arrivé est gardé\u00a0: vérifiez votre réseau, l’envoi reprend tout seul dès qu’il revient.',
  SUSPENDU: 'L’envoi est en pause. Ce qui est arrivé est gardé.',
  SESSION:
    'Votre session est finie. Connectez-vous de nouveau dans un autre onglet, puis choisissez «\u00a0Reprendre\u00a0»\u00a0: ce qui est arrivé est gardé.',
} as const
