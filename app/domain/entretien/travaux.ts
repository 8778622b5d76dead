/** What the software does by itself, over and over, whether anybody is there or not. */
export const TRAVAUX_REPETES = [
  'deverrouillage.refermer',
  'deverrouillage.rappeler',
  'demande.rappeler',
  'complement.suivre',
  'bilan.suivre',
  'avis.rappeler',
  'travail.reprendre',
  'envois.reprendre',
  'analyse.reprendre',
  'pieces.reexaminer',
  'budget.relire',
  'perimes.purger',
  'recevabilite.reexaminer',
  'comptes.resserrer',
  'comptes.verifier',
  'fichiers.balayer',
  'nouvelles.resumer',
] as const
export type TravailRepete = (typeof TRAVAUX_REPETES)[number]

/** Where a job stands in its queue, as the queue calls it. */
export const ETATS_DE_TRAVAIL = ['failed', 'active', 'waiting', 'delayed'] as const
export type EtatDeTravail = (typeof ETATS_DE_TRAVAIL)[number]
