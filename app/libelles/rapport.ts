import type { EtatRapport, RefusRapport, TypeRapport } from '#domain/rapport/rapport'

export const LIBELLE_TYPE_RAPPORT: Record<TypeRapport, string> = { budget: 'Rapport budgétaire' }

export const LIBELLE_ETAT_RAPPORT: Record<EtatRapport, string> = {
  EN_ATTENTE: 'En attente',
  EN_COURS: 'En préparation',
  PRET: 'Prêt',
  ECHEC: 'Échec',
}

export const LIBELLE_REFUS_RAPPORT: Record<RefusRapport, string> = {
  TYPE_INCONNU: 'Ce type de rapport n’existe pas.',
  CAMPAGNE_MANQUANTE: 'Choisissez la campagne du rapport.',
}
