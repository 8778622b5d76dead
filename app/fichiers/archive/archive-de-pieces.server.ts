import { once } from 'node:events'
import { type Readable } from 'node:stream'
import { ZipArchive } from 'archiver'
import { nettoyerNom } from '#fichiers/type/nom-de-fichier'

/** One file of the archive: the folders and the name it is given, and its bytes; null when they cannot be had. */
export type FichierAArchiver = { segments: readonly string[]; ouvrir: () => Promise<Readable | null> }

const EXTENSION = /\.[\p{L}\p{N}]{1,10}$/u

/** A path of the archive from names that somebody typed: none leaves its folder, and no two are the same where capitals do not count. */
export function cheminDArchive(segments: readonly string[], pris: Set<string>): string {
  const propres = segments.map((segment) => nettoyerNom(segment.replaceAll(/[/\\]/g, '-'), 'sans nom'))
  const chemin = propres.join('/')
  const extension = EXTENSION.exec(propres.at(-1) ?? '')?.[0] ?? ''
  const nu = chemin.slice(0, chemin.length - extension.length)
  let libre = chemin
  for (let rang = 2; pris.has(libre.toLowerCase()); rang += 1) libre = `${nu} (${rang})${extension}`
  pris.add(libre.toLowerCase())
  return libre
}

/**
 * A zip of these files, written as it is read: one is open at a time, and nothing is compressed, since pièces are. What cannot be had is named, with
 * why, in a last file.
 */
export function archiverPieces(
  fichiers: AsyncIterable<FichierAArchiver>,
  manquants: (absents: string[]) => string,
): Readable {
  const zip = new ZipArchive({ zlib: { level: 0 } })
  const ferme = new AbortController()
  zip.once('close', () => ferme.abort())
  const remplir = async () => {
    const pris = new Set<string>()
    const absents: string[] = []
    for await (const { segments, ouvrir } of fichiers) {
      const name = cheminDArchive(segments, pris)
      const flux = await ouvrir()
      if (flux === null) {
        absents.push(name)
        continue
      }
      // Who no longer wants the archive leaves no file open.
      const entre = once(zip, 'entry', { signal: ferme.signal }).catch((error: unknown) => {
        flux.destroy()
        throw error
      })
      zip.append(flux, { name })
      await entre
    }
    if (absents.length > 0) zip.append(manquants(absents), { name: cheminDArchive(['À lire.txt'], pris) })
    await zip.finalize()
  }
  remplir().catch((error: unknown) => zip.destroy(error instanceof Error ? error : undefined))
  return zip
}
