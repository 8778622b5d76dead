import type { Readable } from 'node:stream'
import { estOuvrable, ouvertureDe, type Analyse, type Ouverture, type RefusDOuvrir } from '#domain/piece/antivirus'
import { no, ok, type Result } from '#domain/result'
import { antivirusVoulu } from '#infra/env'
import { NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'

/** A file that came from outside, as the row that names it knows it: a version of a pièce, a mail, a file that came with one. */
export type FichierRecu = { cle: string; analyse: Analyse }

/** Whether a file with this verdict may be opened here and now: a page says it, the readers below obey it. */
export const ouvertureActuelle = (analyse: Analyse): Ouverture => ouvertureDe(analyse, { antivirus: antivirusVoulu() })

/**
 * Reads a file that came from outside, or says why it is not read. This and `fluxDuFichierRecu` are the only ways to its bytes, for pages,
 * previews, readings and downloads alike (eslint.config.js names the few other readers of the storage, and why).
 */
export const lireFichierRecu = (storage: Storage, fichier: FichierRecu): Promise<Result<Buffer, RefusDOuvrir>> =>
  siOuvrable(fichier, ({ cle }) => storage.readAll(cle))

/** The same for what is passed on as it comes: its size in bytes, then its bytes. */
export const fluxDuFichierRecu = (
  storage: Storage,
  fichier: FichierRecu,
): Promise<Result<{ taille: number; flux: Readable }, RefusDOuvrir>> =>
  siOuvrable(fichier, async ({ cle }) => ({ taille: await storage.size(cle), flux: await storage.readStream(cle) }))

async function siOuvrable<T>(
  fichier: FichierRecu,
  lire: (fichier: FichierRecu) => Promise<T>,
): Promise<Result<T, RefusDOuvrir>> {
  const ouverture = ouvertureActuelle(fichier.analyse)
  if (!estOuvrable(ouverture)) return no(ouverture)
  try {
    return ok(await lire(fichier))
  } catch (error) {
    if (error instanceof NotFound) return no('ABSENT')
    throw error
  }
}
