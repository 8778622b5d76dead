import { compter } from '#domain/nombre'
import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import type { RefusConfirmation } from '#domain/portail/apercu'
import type { Couverture } from '#domain/portail/couverture'
import type { EtatLot, ResultatLigne, VueLot } from '#domain/portail/lot-vues'

export const LIBELLE_ETAT_LOT: Record<EtatLot, string> = {
  EN_ATTENTE: 'En attente',
  EN_COURS: 'En cours de lecture',
  A_CONFIRMER: 'À confirmer',
  TERMINE: 'Terminé',
  ECHEC: 'Refusé',
  ECARTE: 'Abandonné',
}

export const LIBELLE_RESULTAT: Record<ResultatLigne, string> = {
  CREE: 'Nouveau',
  MIS_A_JOUR: 'Mis à jour',
  INCHANGE: 'Inchangé',
  BROUILLON: 'Brouillon',
  HORS_PERIMETRE: 'Hors périmètre',
  REJET: 'Rejeté',
  PIECE_REFUSEE: 'Pièce refusée',
  MESSAGE: 'Message',
}

/** What a received mail turned out to be, in the line of its lot. */
export const LIBELLE_NATURE_RECUE: Record<NatureRecue, string> = {
  FICHE: 'Fiche pré-projet',
  NOUVELLE_VERSION: 'Nouvelle version d’une fiche',
  DOUBLON: 'Déjà reçu',
  DEMANDE_DEVERROUILLAGE: 'Demande de modification',
  AUTRE: 'Autre message',
  ILLISIBLE: 'À ouvrir',
}

/** What is said of the receipts that nobody signs, before an import. */
export const phraseSansSignataire = (n: number): string =>
  `${compter(n, 'accusé de réception ne partira', 'accusés de réception ne partiront')} pas\u00a0: le signataire de la campagne n’est pas complet. Complétez-le dans les réglages de la campagne avant d’importer.`

/** The tabs of a lot, and what is said when one holds nothing. */
export const LIBELLE_VUE_LOT: Record<VueLot, { nom: string; vide: string }> = {
  'a-revoir': { nom: 'À revoir', vide: 'Rien à revoir\u00a0: tout a été importé sans remarque.' },
  crees: { nom: 'Nouveaux', vide: 'Aucun nouveau dossier.' },
  'mis-a-jour': { nom: 'Mis à jour', vide: 'Aucun dossier mis à jour.' },
  inchanges: { nom: 'Inchangés', vide: 'Aucun dossier inchangé.' },
  brouillons: { nom: 'Brouillons', vide: 'Aucun brouillon.' },
  'hors-perimetre': { nom: 'Hors périmètre', vide: 'Aucune demande d’un autre type.' },
  disparus: { nom: 'Absents', vide: 'Aucun dossier n’a quitté le listing.' },
  pieces: { nom: 'Pièces', vide: 'Aucune pièce dans cet import.' },
  messages: { nom: 'Messages', vide: 'Aucun message dans cet import.' },
  tout: { nom: 'Tout', vide: 'Cet import ne contient aucune ligne.' },
}

/** Why the answer to a preview does nothing. */
export const LIBELLE_REFUS_CONFIRMATION: Record<RefusConfirmation, string> = {
  RIEN_A_CONFIRMER: 'Cet import n’attend plus de réponse.',
  BASE_CHANGEE: 'Des dossiers ont changé depuis cet aperçu\u00a0: rien n’a été importé, il est refait.',
  ABSENTS_A_CONFIRMER:
    'Ce listing est bien plus petit que ce qui est connu de la campagne\u00a0: confirmez que les absents ne sont plus sur le portail.',
  FICHIER_CHANGE: 'Le fichier n’est plus celui de l’aperçu\u00a0: déposez-le à nouveau.',
}

export const LIBELLE_COUVERTURE: Record<Couverture, string> = {
  PARTIE: 'Une partie des demandes',
  CAMPAGNE: 'Toute la campagne',
}

/** Why a delivery is not taken; `fichier` is the one at fault. */
export const PHRASE_REFUS_LOT: Record<string, (fichier: string) => string> = {
  AUCUN_FICHIER: () => 'Choisissez au moins un fichier.',
  PLUSIEURS_LISTINGS: () => 'Un import ne prend qu’un listing à la fois.',
  PLUSIEURS_ARCHIVES: () => 'Un import ne prend qu’une archive de pièces à la fois.',
  TROP_DE_MESSAGES: () => 'Un import prend 200 messages au plus\u00a0: déposez-les en plusieurs fois.',
  TROP_DE_FICHIERS: (fichier) =>
    `Trop de fichiers\u00a0: «\u00a0${fichier}\u00a0» est de trop. Déposez-les en plusieurs fois.`,
  FICHIER_TROP_LOURD: (fichier) =>
    `Le fichier «\u00a0${fichier}\u00a0» est trop lourd\u00a0: 20\u00a0Mo pour un listing, 500\u00a0Mo pour les pièces, 60\u00a0Mo par message.`,
  DISQUE_PLEIN: () =>
    'Il n’y a plus de place sur le serveur\u00a0: rien n’a été importé. Prévenez l’administrateur, puis déposez de nouveau vos fichiers.',
  FORMULAIRE_ILLISIBLE: () => 'L’envoi a été interrompu\u00a0: vérifiez votre connexion et recommencez.',
}
