/** What is done on each page of a dossier, in the words an officer asks it with; `aussi` are other words for it. */
export const ACTES_DU_DOSSIER = [
  { acte: 'Contrôler les pièces', partie: '/pieces', aussi: '' },
  { acte: 'Lire le budget', partie: '/budget', aussi: '' },
  { acte: 'Demander des compléments', partie: '/complements', aussi: 'relancer' },
  { acte: 'Écrire à la structure', partie: '/echanges', aussi: 'message courriel échanges' },
  { acte: 'Déverrouiller', partie: '/deverrouillage', aussi: 'ouvrir modification' },
  { acte: 'Voir le fil rouge', partie: '/fil-rouge', aussi: 'fiche' },
  { acte: 'Décider', partie: '/decision', aussi: 'accorder refuser décision classer' },
  { acte: 'Suivre les versements', partie: '/suites', aussi: 'payer acompte solde reversement convention' },
  { acte: 'Voir les délais', partie: '/delais', aussi: 'rejet implicite' },
  { acte: 'Lire le journal', partie: '/journal', aussi: 'historique' },
] as const
