/** The page on which a structure follows one of its dossiers. */
export const adresseDuSuivi = (dossierId: string): `/extranet/${string}` => `/extranet/dossiers/${dossierId}`

/** The page on which a demande is withdrawn. */
export const adresseDuRetrait = (dossierId: string): `/extranet/${string}` => `${adresseDuSuivi(dossierId)}/retrait`

/** What was deposited, as a page; only where it is said to be there. */
export const adresseDuDepot = (dossierId: string): `/extranet/${string}` => `${adresseDuSuivi(dossierId)}/depot`

/** The same as a file, that a browser shows and prints, or keeps. */
export const adresseDuRecapitulatif = (dossierId: string, { telecharger = false } = {}): `/extranet/${string}` =>
  `${adresseDuSuivi(dossierId)}/recapitulatif${telecharger ? '?telecharger' : ''}` as const

/** The page on which it answers what is asked of one. */
export const adresseDesComplements = (dossierId: string): `/extranet/${string}` =>
  `${adresseDuSuivi(dossierId)}/complements`

/** The page on which it gives the bilan of its grant, or reads what it gave. */
export const adresseDuBilan = (dossierId: string): `/extranet/${string}` => `${adresseDuSuivi(dossierId)}/bilan`

/** The page on which the files of that bilan are given. */
export const adresseDesFichiersDuBilan = (dossierId: string): `/extranet/${string}` =>
  `${adresseDuBilan(dossierId)}/fichiers`

/** The page on which it is sworn and given. */
export const adresseDeCertificationDuBilan = (dossierId: string): `/extranet/${string}` =>
  `${adresseDuBilan(dossierId)}/certification`

/** One of its files. */
export const adresseDeFichierDeBilan = (
  dossierId: string,
  fichierId: string,
  { telecharger = false } = {},
): `/extranet/${string}` =>
  `${adresseDesFichiersDuBilan(dossierId)}/${fichierId}/fichier${telecharger ? '?telecharger' : ''}` as const
