import type { Etat } from '#domain/dossier/etat'

export const LIBELLE_ETAT: Record<Etat, string> = {
  BROUILLON: 'Brouillon',
  DEPOSE: 'À contrôler',
  INCOMPLET: 'Incomplet',
  COMPLET: 'Complet',
  EN_INSTRUCTION: 'En instruction',
  VOTE: 'Voté',
  ACCORDE: 'Accordé',
  ACCORDE_PARTIEL: 'Accordé partiellement',
  REFUSE: 'Refusé',
  SANS_SUITE: 'Sans suite',
  DECIDE_AILLEURS: 'Décidé ailleurs',
  REJET_IMPLICITE: 'Rejet implicite',
  RETIRE: 'Retiré',
  HORS_DELAI: 'Hors délai',
  INELIGIBLE: 'Inéligible',
}
