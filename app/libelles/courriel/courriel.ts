import { compter } from '#domain/nombre'
import type { EtatCourriel, Modele } from '#domain/courriel/courriel'
import type { Silence } from '#domain/courriel/automate'
import type { RefusMessage } from '#domain/courriel/message'
import { JOURS_MAX_DEPART, type RefusDepart, type RefusRetouche } from '#domain/courriel/depart'
import { formatInstant } from '#libelles/temps'

export const LIBELLE_MODELE: Record<Modele, string> = {
  fiche_recue: 'Fiche bien reçue',
  message_libre: 'Message d’un agent',
  avis_preprojet: 'Avis sur une fiche pré-projet',
  invitation_depot: 'Invitation à déposer sur e-partenaire',
  ar_depot: 'Accusé de réception',
  pieces_manquantes: 'Demande de compléments',
  relance: 'Relance',
  dossier_complet: 'Dossier complet',
  deverrouillage_accorde: 'Ouverture à modification',
  deverrouillage_refuse: 'Refus d’ouverture à modification',
  deverrouillage_rappel: 'Rappel avant la fin d’une ouverture',
  decision_favorable: 'Décision d’accord',
  decision_partielle: 'Décision d’accord partiel',
  decision_defavorable: 'Décision de refus',
  sans_suite: 'Classement sans suite',
  retrait: 'Retrait enregistré',
}

export const LIBELLE_ETAT_COURRIEL: Record<EtatCourriel, string> = {
  A_ENVOYER: 'À envoyer',
  ENVOYE: 'Envoyé',
  ECHEC: 'Échec',
  ANNULE: 'Annulé',
}

/** Why a departure cannot be set, or a courriel cannot be taken back, sent now or moved. */
export const LIBELLE_REFUS_DEPART: Record<RefusDepart | RefusRetouche, string> = {
  DEPART_PASSE: 'Cette heure est déjà passée\u00a0: choisissez-en une à venir, ou envoyez maintenant.',
  DEPART_TROP_LOIN: `Un courriel part au plus tard dans ${compter(JOURS_MAX_DEPART, 'jour')}\u00a0: choisissez une date plus proche.`,
  COURRIEL_DEJA_PARTI: 'Ce courriel est parti ou n’attend plus d’heure de départ\u00a0: il ne peut plus être retouché.',
  COURRIEL_LIE: 'Ce courriel annonce un acte du dossier\u00a0: annulez cet acte, et il ne partira pas.',
}

/** « part le 25/11/2026 à 08:30 ». */
export const phraseDepart = (partirLe: Date): string => `part le ${formatInstant(partirLe)}`

/** Why the software did not answer a fiche by itself, for the officer who reads the thread. */
export const LIBELLE_SILENCE: Record<Silence, string> = {
  CAMPAGNE_SANS_ACCUSE: 'Les réglages de la campagne disent de ne pas envoyer d’accusé de réception.',
  SANS_ADRESSE: 'Le message ne donne pas d’adresse à laquelle répondre.',
  NOTRE_ADRESSE: 'Le message vient de notre propre adresse.',
  ADRESSE_DE_MACHINE: 'Le message vient d’une adresse que personne ne lit.',
  ENVOYE_PAR_UNE_MACHINE: 'Le message a été envoyé par une machine\u00a0: lui répondre ferait une boucle.',
  REPONSE_NON_VOULUE: 'Le message demande à ne pas recevoir de réponse automatique.',
  MESSAGE_ANCIEN: 'Le message a plus de 30\u00a0jours\u00a0: son auteur n’attend plus d’accusé de réception.',
  DEJA_REPONDU_A_L_INSTANT: 'Un message automatique est déjà parti à cette adresse dans les 10 dernières minutes.',
  TROP_AUJOURD_HUI: 'Cinq messages automatiques sont déjà partis à cette adresse en 24 heures.',
}

/** Why a message does not leave. */
export const LIBELLE_REFUS_MESSAGE: Record<RefusMessage, string> = {
  MESSAGE_VIDE: 'Écrivez votre message.',
  MESSAGE_TROP_LONG: 'Raccourcissez ce message\u00a0: 10\u00a0000 caractères au plus.',
  DESTINATAIRE_INCONNU: 'Choisissez l’une des adresses de cet échange.',
  FIL_CHANGE:
    'Un courriel vient d’être reçu ou envoyé dans cet échange. Relisez-le, puis envoyez votre message s’il est encore utile.',
}
