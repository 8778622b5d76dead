import { compter } from '#domain/nombre'
import {
  type EtatBilan,
  MOTIF_BILAN_MAX,
  type RefusBilan,
  type VerdictBilan,
} from '#domain/suite-accord/bilan-de-projet'

export const LIBELLE_ETAT_BILAN: Record<EtatBilan, string> = {
  ATTENDU: 'Attendu',
  EN_RETARD: 'En retard',
  A_EXAMINER: 'Reçu, à examiner',
  A_COMPLETER: 'À compléter par la structure',
  CONFORME: 'Conforme',
}

export const LIBELLE_VERDICT_BILAN: Record<VerdictBilan, string> = {
  CONFORME: 'Conforme',
  A_COMPLETER: 'À compléter',
}

export const LIBELLE_REFUS_BILAN: Record<RefusBilan, string> = {
  SANS_BILAN: 'Ce dossier n’a pas de subvention accordée\u00a0: aucun bilan n’y est attendu.',
  ENCORE_REPRENABLE: 'La décision peut encore être reprise\u00a0: attendez que son courriel soit parti.',
  DEJA_RECU: 'Ce bilan est déjà dit reçu\u00a0: examinez-le, ou reprenez d’abord sa réception.',
  PAS_RECU: 'Ce bilan n’est pas dit reçu\u00a0: donnez d’abord le jour où il est arrivé.',
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.',
  AVANT_EXECUTOIRE:
    'La subvention n’était pas encore en vigueur ce jour-là\u00a0: choisissez ce jour-là ou un jour après.',
  MOTIF_TROP_COURT: 'Dites ce qui est à compléter en une phrase au moins.',
  MOTIF_TROP_LONG: `C’est trop long\u00a0: ${compter(MOTIF_BILAN_MAX, 'caractère')} au plus.`,
  DEPENSE_A_DONNER: 'Donnez ce qui a été réellement dépensé, en euros.',
  DEPENSE_NEGATIVE: 'Une dépense ne peut pas être négative\u00a0: vérifiez le montant.',
}
