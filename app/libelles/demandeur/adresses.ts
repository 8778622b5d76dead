/** The page on which a structure follows one of its dossiers. */
export const adresseDuSuivi = (dossierId: string): `/extranet/${string}` => `/extranet/dossiers/${dossierId}`

/** The page on which it answers what is asked of one. */
export const adresseDesComplements = (dossierId: string): `/extranet/${string}` =>
  `${adresseDuSuivi(dossierId)}/complements`
