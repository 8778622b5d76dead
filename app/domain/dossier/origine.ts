/** Where a dossier was deposited, and where its number comes from: the portal's listings, or the pages of the extranet. */
export type OrigineDossier = 'PORTAIL' | 'EXTRANET'
