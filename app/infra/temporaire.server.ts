import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'

type FichierTemporaire = { chemin: string; read: () => Readable }

/** Lends a file name of `folder` that nobody else has, and takes away what was written there, however the work ends. */
export async function withTempFile<T>(
  folder: string,
  extension: string,
  work: (file: FichierTemporaire) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true })
  const chemin = path.join(folder, `${randomUUID()}.${extension}`)
  try {
    return await work({ chemin, read: () => createReadStream(chemin) })
  } finally {
    await rm(chemin, { force: true })
  }
}

/** Lends a folder of this machine that nobody else has, and takes it away with what it holds, however the work ends. */
export async function withTempFolder<T>(prefixe: string, work: (dossier: string) => Promise<T>): Promise<T> {
  const dossier = await mkdtemp(path.join(os.tmpdir(), prefixe))
  try {
    return await work(dossier)
  } finally {
    await rm(dossier, { recursive: true, force: true, maxRetries: 3 })
  }
}
