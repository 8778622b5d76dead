import { LONGUEUR_MIN_PRECISION, type RefusDecision } from '#domain/dossier/decision'
import { LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import { compter } from '#domain/nombre'
import type { No } from '#domain/result'
import type { RefusDeliberation, RefusExecutoire } from '#domain/seance/deliberation'
import type { RefusNotification } from '#domain/seance/vote-notifie'
import {
  LONGUEUR_INTITULE_MAX,
  type RefusCloture,
  type RefusInscription,
  type RefusReouverture,
  type RefusSeance,
} from '#domain/seance/seance'
import { LONGUEUR_MAX_PRESENTS, type RefusRepriseVote, type RefusVote } from '#domain/seance/vote'
import { libelleRefusDecision } from '#libelles/dossier/dossier'

export const LIBELLE_REFUS_SEANCE: Record<RefusSeance, string> = {
  CLOTURE_APRES_SEANCE: 'La liste s’arrête au plus tard le jour de la séance\u00a0: choisissez un jour avant.',
  INTITULE_TROP_LONG: `L’intitulé dépasse ${compter(LONGUEUR_INTITULE_MAX, 'caractère')}\u00a0: raccourcissez-le.`,
  DELIBEREE: 'La délibération est numérotée\u00a0: sa séance ne change plus.',
}

export const LIBELLE_REFUS_INSCRIPTION: Record<RefusInscription, string> = {
  LISTE_CLOSE: 'La liste de cette séance est arrêtée\u00a0: choisissez une autre séance.',
  CLOTURE_PASSEE:
    'Le dernier jour de la liste est passé\u00a0: choisissez une autre séance, ou donnez un autre dernier jour à celle-ci.',
  PAS_EN_INSTRUCTION: 'Seul un dossier complet ou en instruction est soumis au vote.',
  SANS_PROPOSITION: 'Rien n’est proposé pour ce dossier\u00a0: proposez d’abord un montant, ou un avis défavorable.',
  DEJA_INSCRIT: 'Ce dossier est déjà inscrit à une séance.',
}

export const LIBELLE_REFUS_NOTIFICATION: Record<RefusNotification, string> = {
  PAS_VOTE: 'Ce dossier n’a pas été voté.',
  DECISION_DEJA_PRISE: 'La décision est déjà notifiée.',
  PAS_EXECUTOIRE: 'La délibération n’est pas exécutoire\u00a0: saisissez le jour où la préfecture l’a reçue.',
  PAS_PREPAREE: 'Les courriels de la séance ne sont pas relus\u00a0: passez d’abord par sa répétition générale.',
  MEME_PERSONNE: 'Vous avez relu les courriels de cette séance\u00a0: une autre personne les fait partir.',
  LETTRE_SANS_SIGNATAIRE:
    'Personne n’est nommé pour signer la lettre\u00a0: complétez le signataire dans le règlement de la campagne.',
  LETTRE_A_DESSINER:
    'La lettre n’est pas dessinée, ou ce qu’elle dit a changé depuis\u00a0: dessinez les lettres depuis la répétition générale de la séance.',
  LETTRE_NON_COMPOSEE:
    'La lettre ne peut pas être mise en page\u00a0: voyez la répétition générale de la séance, et prévenez un administrateur.',
  COURRIEL_A_REVOIR: 'Le courriel ne dit pas ce qui a été voté\u00a0: voyez la répétition générale de la séance.',
}

export const LIBELLE_REFUS_LISTE = { LISTE_CLOSE: 'La liste est arrêtée\u00a0: rouvrez-la pour la changer.' } as const

export const libelleRefusCloture = ({ reason, detail = '' }: No<RefusCloture>): string => {
  switch (reason) {
    case 'LISTE_CLOSE':
      return 'La liste est déjà arrêtée.'
    case 'LISTE_VIDE':
      return 'Aucun dossier n’est inscrit\u00a0: inscrivez-en avant d’arrêter la liste.'
    case 'A_REVOIR':
      return `Ces dossiers ne peuvent pas être votés\u00a0: ${detail}. Faites-leur une proposition, ou retirez-les de la liste.`
  }
}

export const LIBELLE_REFUS_REOUVERTURE: Record<RefusReouverture, string> = {
  LISTE_OUVERTE: 'La liste est déjà ouverte.',
  VOTES_SAISIS: 'Des votes sont saisis\u00a0: reprenez-les avant de rouvrir la liste.',
  DELIBEREE: 'La délibération est numérotée\u00a0: la liste ne change plus.',
}

const REFUS_DU_VOTE: Record<Exclude<RefusVote, RefusDecision> | 'ENVELOPPE_DEPASSEE', string> = {
  PAS_OUVERTE_AU_VOTE: 'Cette séance n’est pas ouverte au vote\u00a0: arrêtez d’abord sa liste.',
  DEJA_VOTE: 'Cette ligne a déjà son vote\u00a0: reprenez-le pour le changer.',
  PRESENTS_TROP_LONGS: `Les présents dépassent ${compter(LONGUEUR_MAX_PRESENTS, 'caractère')}\u00a0: raccourcissez.`,
  MONTANT_A_DONNER: 'Donnez le montant voté.',
  MEME_MONTANT: 'C’est le montant proposé\u00a0: choisissez «\u00a0Adopté\u00a0».',
  ENVELOPPE_DEPASSEE: `L’enveloppe est dépassée\u00a0: dites pourquoi, en ${compter(LONGUEUR_MIN_PRECISION, 'caractère')} au moins.`,
}

const estDuVote = (reason: RefusVote): reason is keyof typeof REFUS_DU_VOTE => Object.hasOwn(REFUS_DU_VOTE, reason)

/** Why a vote is not entered, in words; those of the decision it would be are said as there. */
export const libelleRefusVote = ({ reason, detail }: No<RefusVote>): string =>
  estDuVote(reason) ? REFUS_DU_VOTE[reason] : libelleRefusDecision(reason, detail)

export const LIBELLE_REFUS_REPRISE_VOTE: Record<RefusRepriseVote, string> = {
  PAS_OUVERTE_AU_VOTE: 'La délibération est numérotée\u00a0: ses votes ne changent plus.',
  PAS_VOTE: 'Cette ligne n’a pas encore de vote.',
  INSCRIT_AILLEURS: 'Ce dossier est inscrit à une autre séance depuis\u00a0: retirez-l’en d’abord.',
}

export const libelleRefusDeliberation = ({ reason, detail = '' }: No<RefusDeliberation>): string => {
  switch (reason) {
    case 'PAS_OUVERTE_AU_VOTE':
      return 'Arrêtez d’abord la liste de la séance.'
    case 'VOTES_A_SAISIR':
      return `Il reste ${compter(Number(detail), 'vote')} à saisir.`
    case 'AVANT_LA_SEANCE':
      return 'La délibération ne peut pas précéder la séance\u00a0: choisissez le jour de la séance ou un jour après.'
    case 'JOUR_A_VENIR':
      return 'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.'
  }
}

export const LIBELLE_REFUS_EXECUTOIRE: Record<RefusExecutoire, string> = {
  PAS_DELIBEREE: 'Numérotez d’abord la délibération.',
  DEJA_EXECUTOIRE: 'La délibération est déjà exécutoire.',
  AVANT_LA_DELIBERATION:
    'La préfecture n’a pas pu la recevoir avant qu’elle soit prise\u00a0: choisissez un jour après.',
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: saisissez-le quand la préfecture l’aura reçue.',
}

/** Why a workbook of votes is not taken back; `ILLISIBLE` says it in its own words. */
export const LIBELLE_REFUS_CLASSEUR = {
  PAS_OUVERTE_AU_VOTE:
    'Cette séance n’est pas ouverte au vote\u00a0: sa liste n’est pas arrêtée, ou sa délibération est numérotée.',
  AUCUN_DOSSIER: 'Ce classeur n’a aucune ligne\u00a0: retéléchargez la liste de la séance et reportez-y les votes.',
  TROP_DE_DOSSIERS: `Ce classeur a trop de lignes\u00a0: ${compter(LIGNES_MAX, 'ligne')} au plus.`,
} as const
