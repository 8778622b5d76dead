/** The page on which a structure follows one of its dossiers. */
export const adresseDuSuivi = (dossierId: string): `/extranet/${string}` => `/extranet/dossiers/${dossierId}`
