import { compter } from '#domain/nombre'
import {
  MOTIF_REVERSEMENT_MAX,
  type RefusAnnulationReversement,
  type RefusReversement,
} from '#domain/suite-accord/demande-de-reversement'

const TROP_LONG = `${compter(MOTIF_REVERSEMENT_MAX, 'caractère')} au plus.`

export const LIBELLE_REFUS_REVERSEMENT: Record<RefusReversement, string> = {
  PAS_ACCORDE: 'Ce dossier n’a pas de subvention accordée\u00a0: rien n’est à rendre.',
  ENCORE_REPRENABLE: 'La décision peut encore être reprise\u00a0: attendez que son courriel soit parti.',
  BILAN_PAS_CONFORME:
    'Le bilan n’est pas dit conforme\u00a0: ce qui est à rendre se calcule de ce qui a été dépensé. Examinez-le d’abord.',
  RIEN_A_RENDRE: 'Rien n’est à rendre\u00a0: ce qui est versé ne dépasse pas ce qui est dû.',
  DEJA_DEMANDE: 'Un reversement est déjà demandé et n’est pas rendu en entier\u00a0: annulez d’abord cette demande.',
  MONTANT_NUL: 'Donnez un montant plus grand que zéro.',
  PLUS_QUE_A_RENDRE: 'C’est plus que ce qui est à rendre\u00a0: demandez au plus le montant calculé.',
  MOTIF_TROP_COURT: 'Moins que le montant calculé\u00a0: dites pourquoi en une phrase au moins, que la structure lira.',
  MOTIF_TROP_LONG: `Ce motif est trop long\u00a0: ${TROP_LONG}`,
  MODALITES_TROP_COURTES: 'Dites comment reverser cette somme en une phrase au moins\u00a0: la structure le lit.',
  MODALITES_TROP_LONGUES: `Ces explications sont trop longues\u00a0: ${TROP_LONG}`,
  LIMITE_PASSEE: 'Ce jour n’est pas à venir\u00a0: choisissez-en un après aujourd’hui.',
}

export const LIBELLE_REFUS_ANNULATION_REVERSEMENT: Record<RefusAnnulationReversement, string> = {
  REVERSEMENT_INCONNU: 'Cette demande de reversement n’est pas celle de ce dossier\u00a0: rechargez la page.',
  DEJA_ANNULE: 'Cette demande de reversement est déjà annulée.',
  DEJA_RENDU: 'Tout est rendu\u00a0: annulez d’abord le reversement noté dans les versements, s’il est faux.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins\u00a0: ce motif reste au journal.',
  MOTIF_TROP_LONG: `Ce motif est trop long\u00a0: ${TROP_LONG}`,
}

/** What the form says of its mail. */
export const phraseCourrielDeReversement = (aUneAdresse: boolean): string =>
  aUneAdresse
    ? 'Un courriel le dit à la structure cinq minutes plus tard\u00a0: le calcul, le montant, la date, comment reverser, et les voies de recours.'
    : 'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel ne partira, dites-le à la structure par un autre moyen.'
