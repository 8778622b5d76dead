import type { NatureDecision } from '#domain/dossier/decision'
import type { Etat } from '#domain/dossier/etat'

/** The decisions that a letter may carry: those that may be contested, and a grant. A withdrawal is the demandeur's own. */
const NATURES_A_LETTRE = [
  'ACCORDE',
  'ACCORDE_PARTIEL',
  'REFUSE',
  'SANS_SUITE',
  'HORS_DELAI',
  'INELIGIBLE',
] as const satisfies NatureDecision[]

/** A dossier in this état has a letter of its decision. */
export const aUneLettre = (etat: Etat): boolean => NATURES_A_LETTRE.some((nature) => nature === etat)

export type RefusLettre = 'PAS_DE_DECISION' | 'SANS_SIGNATAIRE' | 'LETTRE_NON_COMPOSEE'
