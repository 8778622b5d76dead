import { lireReglages } from '#domain/campagne/reglages'
import { destinataire } from '#domain/courriel/courriel'
import { estGenre, estPrive } from '#domain/structure/genre'
import { type Jour } from '#domain/temps/jour'
import type { CourrielCompose, DossierEcrit } from '#emails/courriel-de-dossier'
import { rendreCourriel } from '#emails/rendre'

/** M03: the accusé de réception of a deposit (CRPA R112-11-1). Null when nobody can be written to. */
export function courrielDeDepot(
  { numero, objet, structure, campagne, ...dossier }: DossierEcrit,
  { deposeLe, rejetImpliciteLe }: { deposeLe: Jour; rejetImpliciteLe: Jour },
): CourrielCompose | null {
  const reglages = lireReglages(campagne.reglages, campagne.dispositif)
  const adresse = destinataire({ contactCourriel: dossier.contactCourriel, structureCourriel: structure.courriel })
  if (!adresse) return null
  const modele = 'ar_depot'
  const { genre } = structure
  const rendu = rendreCourriel(modele, {
    numero: numero ?? '',
    objet,
    structure: structure.nom,
    destinataire: dossier.contactNom,
    deposeLe,
    signature: reglages.signataire,
    rejetImpliciteLe,
    organismePublic: estGenre(genre) && !estPrive(genre) && genre !== 'particulier',
  })
  return { modele, destinataire: adresse, destinataireNom: dossier.contactNom, ...rendu }
}
