import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, opendir, rm, rmdir, stat } from 'node:fs/promises'
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

/** What is swept: files last written before `avant`, half-written ones or whole ones, that `tenus` does not give back among those it is asked about. */
export type Balai = {
  avant: Date
  quoi: 'MORCEAUX' | 'ENTIERS'
  tenus?: (cles: readonly string[]) => Promise<ReadonlySet<string>>
}

/** Files taken away, and their bytes. */
export type Balaye = { fichiers: number; octets: number }

/** What a file that is being written is called by, until it is whole. */
const MORCEAU = '.part'

/** Files asked about at once. */
const PAQUET = 500

type Vieux = { cle: string; chemin: string; octets: number }

/** The files under this folder last written before `avant`, folder by folder; one that goes meanwhile is none. */
async function* vieuxDe(base: string, dossier: string, { avant, quoi }: Balai): AsyncGenerator<Vieux> {
  for await (const entree of await ouvrir(path.join(base, dossier))) {
    const cle = dossier === '' ? entree.name : `${dossier}/${entree.name}`
    if (entree.isDirectory()) {
      yield* vieuxDe(base, cle, { avant, quoi })
      continue
    }
    if (!entree.isFile() || entree.name.endsWith(MORCEAU) !== (quoi === 'MORCEAUX')) continue
    const chemin = path.join(base, cle)
    const lu = await stat(chemin).catch(() => null)
    if (lu && lu.mtime < avant) yield { cle, chemin, octets: lu.size }
  }
}

const ouvrir = async (dossier: string) => opendir(dossier).catch(() => [])

/** Takes away the files of a folder by this rule. */
export async function balayer(base: string, dossier: string, balai: Balai): Promise<Balaye> {
  const balaye = { fichiers: 0, octets: 0 }
  let paquet: Vieux[] = []
  const retirer = async () => {
    const tenus = (await balai.tenus?.(paquet.map(({ cle }) => cle))) ?? new Set()
    for (const { cle, chemin, octets } of paquet) {
      if (tenus.has(cle)) continue
      await rm(chemin, { force: true })
      // A folder that still holds something refuses to go.
      if (cle.includes('/')) await rmdir(path.dirname(chemin)).catch(() => undefined)
      balaye.fichiers += 1
      balaye.octets += octets
    }
    paquet = []
  }
  for await (const vieux of vieuxDe(base, dossier, balai)) {
    paquet.push(vieux)
    if (paquet.length >= PAQUET) await retirer()
  }
  await retirer()
  return balaye
}
