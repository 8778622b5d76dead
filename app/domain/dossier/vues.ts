/**
 * The tabs of the bannette of dossiers (docs/domaine.md § 8.3): saved filters, in the order an officer works; the first is what is to do. What
 * each holds is written once, in #queries/dossier/compteurs-dossiers; drafts are in none.
 */
export const VUES_DOSSIERS = [
  'a-faire',
  'miens',
  'a-controler',
  'nouveaux',
  'a-verifier',
  'incomplets',
  'attente',
  'delai-depasse',
  'complets',
  'rejet-proche',
  'deverrouilles',
  'a-decider',
  'a-notifier',
  'conventions',
  'a-verser',
  'bilans-attendus',
  'bilans-en-retard',
  'bilans-a-examiner',
  'reversements-attendus',
  'decides',
  'tous',
] as const
export type VueDossiers = (typeof VUES_DOSSIERS)[number]

/** Those of what is decided: no clock runs in them, and the newest deposit comes first. */
const VUES_DECIDEES = [
  'a-notifier',
  'conventions',
  'a-verser',
  'bilans-attendus',
  'bilans-en-retard',
  'bilans-a-examiner',
  'reversements-attendus',
  'decides',
] as const satisfies VueDossiers[]

export const estVueDecidee = (vue: VueDossiers): boolean => VUES_DECIDEES.some((une) => une === vue)
