import type { OrigineDossier } from '#domain/dossier/origine'
import { URL_E_PARTENAIRE } from '#domain/portail/adresse'
import { adressePublique } from '#infra/jeton'

/** Where the structure changes what it deposited: where it deposited it. Null for the extranet where the application has no public address. */
export const adresseDeModification = ({ origine, id }: { origine: OrigineDossier; id: string }) =>
  origine === 'EXTRANET' ? adressePublique(`/extranet/dossiers/${id}`) : URL_E_PARTENAIRE
