import { formatMontant } from '#domain/budget/montant'
import { JOURS_DE_FRAICHEUR } from '#domain/courriel/porte'
import { compter } from '#domain/nombre'
import {
  LONGUEUR_REFERENCE,
  MOTIF_ANNULATION_MAX,
  type NatureVersement,
  type RefusAnnulation,
  type RefusVersement,
  type Versement,
} from '#domain/suite-accord/versement'
import type { AnnonceDeVersement } from '#domain/suite-accord/versement-dit'
import { formatJour } from '#domain/temps/jour'

export const LIBELLE_NATURE_VERSEMENT: Record<NatureVersement, string> = {
  ACOMPTE: 'Acompte',
  SOLDE: 'Solde',
  REVERSEMENT: 'Reversement',
}

/** « Acompte de 1 250,50 €, le 13/05/2025 (M-1). » */
export const phraseVersement = ({ nature, montantCents, le, reference }: Versement): string =>
  `${LIBELLE_NATURE_VERSEMENT[nature]} de ${formatMontant(montantCents)}, le ${formatJour(le)} (${reference}).`

/** What the form of a payment says of its mail. */
export const PHRASE_ANNONCE: Record<AnnonceDeVersement, string> = {
  PAR_COURRIEL: `Un acompte ou un solde est annoncé à la structure par un courriel, cinq minutes plus tard\u00a0; versé il y a plus de ${compter(JOURS_DE_FRAICHEUR.versement, 'jour')}, ce courriel attend qu’un agent le relise. Un reversement n’en écrit aucun.`,
  SANS_ADRESSE: 'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel n’annoncera ce versement.',
  HISTORIQUE: 'Ce dossier est repris comme historique\u00a0: aucun courriel n’annonce ses versements.',
}

const PAS_ACCORDE = 'Ce dossier n’a pas de subvention accordée\u00a0: rien ne peut y être versé.'
const PLUS_QUE_VERSE =
  'Il y aurait plus de reversements que de versements\u00a0: vérifiez le montant, ou les versements enregistrés.'
const PLUS_QUE_ACCORDE =
  'Le total des versements dépasserait le montant voté\u00a0: vérifiez le montant, ou les versements enregistrés.'

export const LIBELLE_REFUS_VERSEMENT: Record<RefusVersement, string> = {
  PAS_ACCORDE,
  ENCORE_REPRENABLE:
    'La décision peut encore être reprise\u00a0: attendez que son courriel soit parti avant d’enregistrer un versement.',
  CONVENTION_A_SIGNER:
    'La convention n’est pas dite signée\u00a0: donnez le jour de sa signature dans l’onglet Suites du dossier, puis enregistrez le versement.',
  AVANT_LA_CONVENTION:
    'La convention n’était pas signée ce jour-là\u00a0: vérifiez le jour du versement, ou celui de la signature.',
  MONTANT_NUL: 'Donnez un montant plus grand que zéro.',
  REFERENCE_MANQUANTE: 'Donnez le numéro du mandat, ou celui du titre pour un reversement.',
  REFERENCE_TROP_LONGUE: `La référence est trop longue\u00a0: ${compter(LONGUEUR_REFERENCE, 'caractère')} au plus.`,
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.',
  AVANT_EXECUTOIRE:
    'La délibération n’était pas encore exécutoire ce jour-là\u00a0: rien ne pouvait être versé. Vérifiez le jour.',
  DEJA_ENREGISTRE: 'Ce versement est déjà enregistré\u00a0: même nature et même référence.',
  DEJA_SOLDE: 'Le solde est déjà versé\u00a0: annulez-le d’abord, s’il est faux.',
  PLUS_QUE_ACCORDE,
  PLUS_QUE_VERSE,
}

export const LIBELLE_REFUS_ANNULATION: Record<RefusAnnulation, string> = {
  PAS_ACCORDE,
  VERSEMENT_INCONNU: 'Ce versement n’est pas celui de ce dossier\u00a0: rechargez la page.',
  DEJA_ANNULE: 'Ce versement est déjà annulé.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins\u00a0: ce motif reste au journal.',
  MOTIF_TROP_LONG: `Ce motif est trop long\u00a0: ${compter(MOTIF_ANNULATION_MAX, 'caractère')} au plus.`,
  PLUS_QUE_ACCORDE:
    'Sans ce reversement, le total des versements dépasserait le montant voté\u00a0: annulez d’abord un versement.',
  PLUS_QUE_VERSE:
    'Sans ce versement, il y aurait plus de reversements que de versements\u00a0: annulez d’abord les reversements.',
}
