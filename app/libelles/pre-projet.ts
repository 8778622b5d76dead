import type { Avis } from '#domain/pre-projet/avis'
import type { ActePreProjet, EtatPreProjet, MotifExamen } from '#domain/pre-projet/etat'

export const LIBELLE_ETAT_PRE_PROJET: Record<EtatPreProjet, string> = {
  A_TRAITER: 'À traiter',
  A_RETRAVAILLER: 'À retravailler',
  AVIS_RENDU: 'Avis rendu',
  CLOS: 'Close',
}

export const LIBELLE_AVIS: Record<Avis, string> = {
  FAVORABLE: 'Favorable',
  A_RETRAVAILLER: 'À retravailler',
  DEFAVORABLE: 'Défavorable',
  HORS_CHAMP: 'Hors champ',
}

export const LIBELLE_ACTE_PRE_PROJET: Record<ActePreProjet, string> = {
  rendreAvis: 'Rendre un avis',
  demanderReprise: 'Demander une nouvelle version',
  recevoirVersion: 'Recevoir une nouvelle version',
  clore: 'Clore la fiche',
  rouvrir: 'Rouvrir la fiche',
}

export const LIBELLE_REFUS_EXAMEN: Record<MotifExamen, string> = {
  FICHE_CLOSE: 'Cette fiche est close : rouvrez-la pour donner un avis.',
  AVIS_TROP_COURT: 'Expliquez votre avis en une phrase au moins : la structure la lira.',
}
