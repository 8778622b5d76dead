import { createHash } from 'node:crypto'
import type { DepsFichiers } from '#infra/deps'
import type { FichierDepose } from '#usecases/lot/deposer-lot'

/** The listing of a lot and its SHA-256, and the archive of its pièces on this machine; each null where the lot has none. */
export type FichiersDuLot = {
  listing: { nom: string; contenu: Buffer; sha256: string } | null
  archive: { nom: string; chemin: string } | null
}

/** `fichiers` is written by `deposerLot` alone. */
const deRole = (fichiers: unknown, role: FichierDepose['role']) =>
  (fichiers as FichierDepose[]).find((fichier) => fichier.role === role)

/** Reads what an officer delivered, before any row names it. */
export async function lireFichiers(
  { storage }: Pick<DepsFichiers, 'storage'>,
  { fichiers }: { fichiers: unknown },
): Promise<FichiersDuLot> {
  const archive = deRole(fichiers, 'PIECES')
  return {
    listing: await lireListingDepose({ storage }, { fichiers }),
    archive: archive ? { nom: archive.nom, chemin: await storage.readPath(archive.cle) } : null,
  }
}

/** The listing alone. */
export async function lireListingDepose(
  { storage }: Pick<DepsFichiers, 'storage'>,
  { fichiers }: { fichiers: unknown },
): Promise<FichiersDuLot['listing']> {
  const listing = deRole(fichiers, 'LISTING')
  if (!listing) return null
  const contenu = await storage.readAll(listing.cle)
  return { nom: listing.nom, contenu, sha256: createHash('sha256').update(contenu).digest('hex') }
}
