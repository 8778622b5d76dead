import type { Constat, RefusConstat } from '#domain/dossier/constat'

export const LIBELLE_CONSTAT: Record<Constat, { nom: string; dit: string }> = {
  constaterDecisionAilleurs: {
    nom: 'Décidé ailleurs',
    dit: 'La décision a été prise et notifiée hors de ce logiciel.',
  },
  constaterRejetImplicite: {
    nom: 'Rejet implicite constaté',
    dit: 'Aucune décision n’a été prise dans le délai\u00a0: le silence a rejeté la demande.',
  },
}

/** Why a dossier cannot be closed with a constat. */
export const LIBELLE_REFUS_CONSTAT: Record<RefusConstat, string> = {
  PAS_ENCORE_DEPOSE: 'Pas encore déposé.',
  DECISION_DEJA_PRISE: 'Déjà décidé ou clos.',
  DELAI_NON_ECHU: 'Le délai de rejet implicite n’est pas échu.',
  DEVERROUILLAGE_OUVERT: 'Le demandeur peut encore le modifier.',
  MODIFICATION_A_EXAMINER: 'Une modification du demandeur attend d’être examinée.',
}
