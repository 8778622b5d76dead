/** The page on which a structure follows one of its dossiers. */
export const adresseDuSuivi = (dossierId: string): `/extranet/${string}` => `/extranet/dossiers/${dossierId}`

/** The page on which a demande is withdrawn. */
export const adresseDuRetrait = (dossierId: string): `/extranet/${string}` => `${adresseDuSuivi(dossierId)}/retrait`

/** What was deposited, as a file; only where it is said to be there. */
export const adresseDuRecapitulatif = (dossierId: string): `/extranet/${string}` =>
  `${adresseDuSuivi(dossierId)}/recapitulatif`

/** The page on which it answers what is asked of one. */
export const adresseDesComplements = (dossierId: string): `/extranet/${string}` =>
  `${adresseDuSuivi(dossierId)}/complements`
