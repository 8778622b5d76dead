/** The tabs of the bannette of fiches (docs/domaine.md § 8.3): saved filters, in the order an officer works. */
export const VUES_PRE_PROJETS = ['a-traiter', 'en-retard', 'a-retravailler', 'avis-rendus', 'tous'] as const
export type VuePreProjets = (typeof VUES_PRE_PROJETS)[number]
