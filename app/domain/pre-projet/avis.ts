/** What an officer answers to a fiche pré-projet (docs/domaine.md § 2.2). It is advice: the legal request is the dossier. */
export const AVIS = ['FAVORABLE', 'A_RETRAVAILLER', 'DEFAVORABLE', 'HORS_CHAMP'] as const
export type Avis = (typeof AVIS)[number]

/** True when the structure is invited to fill in the form on e-partenaire. */
export const inviteADeposer = (avis: Avis) => avis === 'FAVORABLE'
