import { lireReglages } from '#domain/campagne/reglages'
import type { Dispositif } from '#domain/dispositif'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { AdresseSure } from '#domain/campagne/adresse-sure'
import { adressePublique } from '#infra/jeton'

type Depose = { origine: OrigineDossier; id: string; campagne: { reglages: unknown; dispositif: Dispositif } }

/** Where the structure changes what it deposited: where it deposited it. Null for the extranet where the application has no public address. */
export const adresseDeModification = ({ origine, id, campagne }: Depose): AdresseSure | null =>
  origine === 'EXTRANET'
    ? adressePublique(`/extranet/dossiers/${id}`)
    : lireReglages(campagne.reglages, campagne.dispositif).adressePortail
