import { type Readable } from 'node:stream'
import { ZipArchive } from 'archiver'

/** A folder as a zip, read as it is written. A link stays a link, which the reader of pièces refuses. */
export function archiverDossier(chemin: string): Readable {
  const zip = new ZipArchive({ zlib: { level: 0 } })
  zip.directory(chemin, false)
  zip.finalize().catch((error: unknown) => zip.destroy(error instanceof Error ? error : undefined))
  return zip
}
