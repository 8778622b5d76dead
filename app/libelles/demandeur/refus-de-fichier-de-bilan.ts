import { compter } from '#domain/nombre'
import { AUTRES_FICHIERS_BILAN_MAX } from '#domain/suite-accord/fichier-de-bilan'

/** Why a file is not taken, for what a bilan says otherwise than a demande. */
export const REFUS_DE_FICHIER_DE_BILAN = {
  RIEN_A_RENDRE: 'Aucun bilan n’est à rendre pour cette demande.',
  DEJA_RENDU: 'Ce bilan est déjà rendu\u00a0: il ne se modifie plus. La mission l’examine.',
  TROP_DE_FICHIERS_DE_BILAN: `Ce bilan contient déjà ${compter(AUTRES_FICHIERS_BILAN_MAX, 'autre document', 'autres documents')}\u00a0: retirez-en un, ou réunissez plusieurs pages en un seul fichier.`,
} as const
