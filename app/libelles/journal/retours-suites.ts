import { direRetour } from '#libelles/journal/sens-retour'

const MOMENT = 'A_TOUT_MOMENT'

/** The way back from each act on what follows a grant: each that an officer does is taken back at once. */
export const RETOURS_SUITES = {
  signerConvention: [MOMENT, 'reprenez cette signature dans l’onglet Suites, tant que rien n’est versé.'],
  reprendreConvention: [MOMENT, 'dites de nouveau la convention signée.'],
  enregistrerVersement: [
    MOMENT,
    'annulez ce versement dans l’onglet Suites, avec un motif\u00a0: son courriel, s’il n’est pas parti, ne part pas.',
  ],
  annulerVersement: [MOMENT, 'enregistrez de nouveau le versement.'],
  demanderReversement: [
    MOMENT,
    'annulez cette demande dans l’onglet Suites, avec un motif, tant que tout n’est pas rendu\u00a0: son courriel, s’il n’est pas parti, ne part pas.',
  ],
  annulerReversement: [MOMENT, 'demandez de nouveau le reversement.'],
  demanderBilan: ['JAMAIS', 'un courriel parti ne se reprend pas.'],
  recevoirBilan: [MOMENT, 'reprenez cette réception dans l’onglet Suites.'],
  reprendreBilan: [MOMENT, 'dites de nouveau le bilan reçu.'],
  jugerBilan: [
    MOMENT,
    'examinez de nouveau le bilan dans l’onglet Suites\u00a0; ce qui est à compléter est repris si son courriel n’est pas parti.',
  ],
  rendreBilan: [
    MOMENT,
    'reprenez sa réception dans l’onglet Suites, ou dites-le à compléter\u00a0: la structure en rend un autre.',
  ],
} as const

/** How an act on what follows a grant is undone: the page where it is done brings the words of no other. */
export const phraseRetourDesSuites = (acte: keyof typeof RETOURS_SUITES): string => direRetour(RETOURS_SUITES[acte])
