import type { AdresseSure } from '#domain/campagne/adresse-sure'

/**
 * Where a dossier was deposited, as its mails lead there: the portal of its campagne, or its own pages of the extranet, null where the application has
 * no public address.
 */
export type LieuDuDossier =
  { genre: 'PORTAIL'; ou: AdresseSure } | { genre: 'EXTRANET'; ou: AdresseSure | null; complements: AdresseSure | null }
