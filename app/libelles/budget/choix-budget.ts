/** Why the sheet of a workbook could not be chosen. */
export const LIBELLE_REFUS_BUDGET = {
  PAS_ENCORE_DEPOSE: 'Le dossier n’est pas encore déposé\u00a0: rien n’est à choisir.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise\u00a0: le budget lu ne change plus.',
  FICHIER_FERME: 'Le fichier ne peut pas être ouvert\u00a0: il attend l’antivirus, est infecté ou absent.',
  FEUILLE_SANS_BUDGET: 'Cette feuille ne contient pas de budget qui se lise\u00a0: choisissez-en une autre.',
} as const
