import { type Constat, CONSTATS_MAX, type RefusConstat } from '#domain/dossier/constat'
import { compter } from '#domain/nombre'

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

/** Why a dossier of a selection cannot be closed with a constat, or was not. */
export const LIBELLE_REFUS_LIGNE: Record<RefusConstat | 'CHANGE_ENTRE_TEMPS' | 'INTROUVABLE', string> = {
  PAS_ENCORE_DEPOSE: 'pas encore déposé',
  DECISION_DEJA_PRISE: 'déjà décidé ou clos',
  DELAI_NON_ECHU: 'le délai de rejet implicite n’est pas échu',
  DEVERROUILLAGE_OUVERT: 'le demandeur peut encore le modifier',
  MODIFICATION_A_EXAMINER: 'une modification du demandeur attend d’être examinée',
  CHANGE_ENTRE_TEMPS: 'un collègue l’a modifié entre-temps',
  INTROUVABLE: 'dossier introuvable',
}

export const LIBELLE_REFUS_SELECTION = {
  AUCUN_DOSSIER: 'Choisissez au moins un dossier à clore.',
  TROP_DE_DOSSIERS: `Choisissez ${compter(CONSTATS_MAX, 'dossier')} au plus à la fois.`,
} as const
