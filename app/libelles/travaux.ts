import type { TravailRepete } from '#domain/entretien/travaux'

/** What each repeated job does, as an administrator reads it. */
export const LIBELLES_TRAVAUX: Record<TravailRepete, string> = {
  'deverrouillage.refermer': 'refermer les dossiers dont l’ouverture est finie',
  'deverrouillage.rappeler': 'rappeler la fin d’une ouverture',
  'complement.suivre': 'suivre les compléments demandés',
  'travail.reprendre': 'reprendre les travaux perdus',
  'envois.reprendre': 'reprendre les envois restés sans suite',
  'analyse.reprendre': 'faire analyser les fichiers en attente',
  'pieces.reexaminer': 'relire les pièces',
  'budget.relire': 'relire les budgets',
  'perimes.purger': 'retirer ce qui est périmé',
  'recevabilite.reexaminer': 'réexaminer la recevabilité',
  'comptes.resserrer': 'resserrer les compteurs',
  'comptes.verifier': 'vérifier les compteurs',
  'fichiers.balayer': 'retirer les fichiers qui ont fait leur temps',
}
