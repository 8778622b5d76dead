import { lireReglages } from '#domain/campagne/reglages'
import type { Dispositif } from '#domain/dispositif'
import type { LieuDuDossier } from '#domain/courriel/lieu-du-dossier'
import type { OrigineDossier } from '#domain/dossier/origine'
import { adressePublique } from '#infra/jeton'
import { avecGenre } from '#infra/stores/dossier/structure'

type Depose = { origine: OrigineDossier; id: string; campagne: { reglages: unknown; dispositif: Dispositif } }

/** Where a structure finds what it deposited: where it deposited it. */
export const lieuDuDossier = ({ origine, id, campagne }: Depose): LieuDuDossier =>
  origine === 'EXTRANET'
    ? {
        genre: 'EXTRANET',
        ou: adressePublique(`/extranet/dossiers/${id}`),
        complements: adressePublique(`/extranet/dossiers/${id}/complements`),
      }
    : { genre: 'PORTAIL', ou: lireReglages(campagne.reglages, campagne.dispositif).adressePortail }

/** A row of a dossier as its mails are written from it: the genre of its structure read, and where it was deposited. */
export const aEcrire = <L extends Depose & { structure: { genre: string } }>(ligne: L) => ({
  ...avecGenre(ligne),
  lieu: lieuDuDossier(ligne),
})
