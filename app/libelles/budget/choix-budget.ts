/** Why the budget could not be chosen in a workbook. */
export const LIBELLE_REFUS_BUDGET = {
  PAS_ENCORE_DEPOSE: 'Le dossier n’est pas encore déposé\u00a0: rien n’est à choisir.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise\u00a0: le budget lu ne change plus.',
  FICHIER_FERME: 'Le fichier ne peut pas être ouvert\u00a0: il attend l’antivirus, est infecté ou absent.',
  FEUILLE_SANS_BUDGET: 'Rien ne s’y lit comme un budget\u00a0: choisissez-en un autre.',
} as const
