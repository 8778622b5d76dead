import type { RefusChangement } from '#domain/dossier/changement-campagne'

/** Why a dossier is not moved to another campagne. */
export const LIBELLE_REFUS_CHANGEMENT: Record<RefusChangement, string> = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: sa campagne se dira à son dépôt.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise\u00a0: la campagne ne change plus.',
  CAMPAGNE_INCONNUE: 'Choisissez une campagne.',
  CAMPAGNE_SANS_DOSSIERS: 'Cette campagne est en préparation ou archivée\u00a0: elle ne prend pas de dossier.',
  CAMPAGNE_INCHANGEE: 'Ce dossier est déjà de cette campagne.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase\u00a0: le journal la garde.',
}
