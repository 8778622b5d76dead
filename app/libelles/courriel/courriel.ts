import { compter } from '#domain/nombre'
import type { EtatCourriel, Modele } from '#domain/courriel/courriel'
import type { Silence } from '#domain/courriel/automate'
import type { RefusRetenue } from '#domain/courriel/depart'
import { A_COMPLETER, type RefusMessage } from '#domain/courriel/message'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { JOURS_MAX_DEPART, type RefusDepart, type RefusRetouche } from '#domain/courriel/depart'
import { preuveDuDepart } from '#domain/courriel/preuve'
import { LIBELLE_PREUVE } from '#libelles/courriel/preuve'
import { formatInstant } from '#libelles/temps'

export const LIBELLE_MODELE: Record<Modele, string> = {
  fiche_recue: 'Fiche bien reçue',
  message_libre: 'Message d’un agent',
  avis_preprojet: 'Avis sur une fiche pré-projet',
  invitation_depot: 'Invitation à déposer une demande',
  mot_de_passe: 'Nouveau mot de passe d’un agent',
  nouvelles_du_jour: 'Résumé du matin d’un agent',
  compte_a_confirmer: 'Adresse à confirmer pour un compte de l’extranet',
  compte_ouvert: 'Compte de l’extranet ouvert',
  compte_refuse: 'Compte de l’extranet refusé',
  mot_de_passe_extranet: 'Mot de passe de l’extranet',
  demande_a_deposer: 'Rappel d’une demande à déposer',
  changement_reglement: 'Changement du règlement d’une demande commencée',
  demande_avis: 'Avis demandé à une personne extérieure',
  confirmation_envoi: 'Confirmation d’envoi',
  ar_depot: 'Accusé de réception',
  pieces_manquantes: 'Demande de compléments',
  relance: 'Relance',
  dossier_complet: 'Dossier complet',
  deverrouillage_accorde: 'Ouverture à modification',
  deverrouillage_refuse: 'Refus d’ouverture à modification',
  deverrouillage_rappel: 'Rappel avant la fin d’une ouverture',
  demande_bilan: 'Demande de bilan',
  versement: 'Versement annoncé',
  reversement: 'Reversement demandé',
  decision_favorable: 'Décision d’accord',
  decision_partielle: 'Décision d’accord partiel',
  decision_defavorable: 'Décision de refus',
  sans_suite: 'Classement sans suite',
  retrait: 'Retrait enregistré',
  irrecevabilite: 'Demande non recevable',
}

/** Of one that left, what is proved of it, in the words of #libelles/courriel/preuve: never that it was received. */
export const LIBELLE_ETAT_COURRIEL: Record<EtatCourriel, string> = {
  A_ENVOYER: 'À envoyer',
  RETENU: 'Retenu',
  ENVOYE: LIBELLE_PREUVE.REMIS_AU_RELAIS,
  NON_REMIS: LIBELLE_PREUVE.REFUSE,
  ECHEC: 'Échec',
  ANNULE: 'Annulé',
}

/** Where a mail stands, in a word: once it left, what is proved of it; `remisAuServeurLe`: when a report said that the server of its recipient has it. */
export const motDuCourriel = ({
  etat,
  remisAuServeurLe,
}: {
  etat: EtatCourriel
  remisAuServeurLe: Date | null
}): string => {
  const preuve = preuveDuDepart({ etat, remisAuServeurLe })
  return preuve ? LIBELLE_PREUVE[preuve] : LIBELLE_ETAT_COURRIEL[etat]
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
  DEJA_REPONDU_A_L_INSTANT: 'Un message automatique est déjà parti à cette adresse dans les 10 dernières minutes.',
  TROP_AUJOURD_HUI: 'Cinq messages automatiques sont déjà partis à cette adresse en 24 heures.',
}

/** Why a mail that the software wrote does not leave by itself. */
export const LIBELLE_RETENUE: Record<MotifRetenue, string> = {
  SANS_ADRESSE: 'Il n’y a pas d’adresse à laquelle écrire.',
  A_RELIRE: 'Une seconde personne doit relire cette décision avant que le demandeur en soit prévenu.',
  ADRESSE_EN_ECHEC: 'Un courriel envoyé à cette adresse est revenu\u00a0: il n’a pas été remis.',
  DIT_PAR_LE_PORTAIL: 'Le portail e-partenaire le dit déjà au demandeur.',
  DIT_PAR_UN_AGENT: 'Un agent a déjà écrit à la structure.',
  FAIT_CADUC: 'Ce qu’il annonce n’est plus vrai.',
  SANS_DELIBERATION:
    'La délibération de cette décision n’est pas renseignée\u00a0: une décision votée s’annonce une fois sa délibération exécutoire. Rouvrez la décision depuis le dossier, puis prenez-la de nouveau avec le numéro et les dates de la délibération\u00a0: un nouveau courriel partira.',
  FAIT_SANS_DATE: 'La date de ce qu’il annonce n’est pas connue.',
  FAIT_ANCIEN: 'Ce qu’il annonce est trop ancien\u00a0: plus personne ne l’attend.',
  ECHEANCE_PASSEE: 'Il donne comme à venir une date déjà passée.',
  SIGNATAIRE_INCOMPLET:
    'Le signataire de la campagne n’est pas complet (prénom, nom, qualité, adresse, téléphone)\u00a0: un courriel doit dire qui répond. Un responsable le complète dans les réglages de la campagne\u00a0; ce qui est écrit ensuite n’est plus retenu pour cela.',
  LETTRE_A_REVOIR:
    'Il dit que la lettre de la décision est jointe, et cette lettre n’a pas pu être écrite. Reprenez la décision, faites corriger le texte de la lettre ou le signataire dans les réglages de la campagne, puis décidez de nouveau.',
}

/** Why a mail did not leave, as the journal or its row holds it; a reason of another version of the software says that, and shows no code. */
export const motifRetenu = (motif: string): string =>
  (({ ...LIBELLE_SILENCE, ...LIBELLE_RETENUE }) as Record<string, string>)[motif] ??
  'Motif que cette version du logiciel ne connaît pas'

/** What an officer does of a held mail. */
export const suiteDeRetenue = ({ passable, motif }: { passable: boolean; motif: string }): string => {
  if (motif === 'LETTRE_A_REVOIR') return 'Il part de nouveau avec la décision qui sera prise.'
  if (motif === 'A_RELIRE') return 'Un responsable autre que celui qui l’a prise la fait partir, depuis le dossier.'
  return passable
    ? 'Relisez-le, puis envoyez-le quand même s’il est encore utile, ou abandonnez-le.'
    : 'Il ne peut plus partir\u00a0: abandonnez-le, et écrivez à la structure si elle doit savoir autre chose.'
}

/** Why a held mail cannot be dealt with as asked. */
export const LIBELLE_REFUS_RETENUE: Record<RefusRetenue, string> = {
  COURRIEL_PAS_RETENU: 'Ce courriel n’est plus retenu.',
  MOTIF_NON_PASSABLE: 'Ce courriel ne peut pas partir malgré ce qui le retient.',
  DECISION_A_RELIRE:
    'Cette décision attend d’être relue par une seconde personne\u00a0: reprenez-la si son courriel ne doit pas partir.',
}

/** Why a message does not leave. */
export const LIBELLE_REFUS_MESSAGE: Record<RefusMessage, string> = {
  MESSAGE_VIDE: 'Écrivez votre message.',
  MESSAGE_A_COMPLETER: `Remplacez «\u00a0${A_COMPLETER}\u00a0» par ce qui manque, ou retirez-le.`,
  MESSAGE_TROP_LONG: 'Raccourcissez ce message\u00a0: 10\u00a0000 caractères au plus.',
  DESTINATAIRE_INCONNU: 'Choisissez l’une des adresses de cet échange.',
  FIL_CHANGE:
    'Un courriel vient d’être reçu ou envoyé dans cet échange. Relisez-le, puis envoyez votre message s’il est encore utile.',
}
