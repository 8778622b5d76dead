import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '#infra/errors'

/** Files by key. A key is made by us (`pieces/<uuid>`), never from a name somebody typed. */
export type Storage = {
  /** Writes whole or not at all: a reader never sees half a file. */
  put: (cle: string, content: Uint8Array | Readable) => Promise<void>
  /** The reading verbs have names of their own, so that the lint can say who may use them: see `#infra/fichier-recu`. */
  readAll: (cle: string) => Promise<Buffer>
  readStream: (cle: string, range?: { start: number; end: number }) => Promise<Readable>
  size: (cle: string) => Promise<number>
  remove: (cle: string) => Promise<void>
  /** A path of this machine holding the content, for readers that need a file. */
  readPath: (cle: string) => Promise<string>
}

const KEY = /^[a-z]+(\/[A-Za-z0-9-]+)+(\.[a-z0-9]{1,5})?$/

/** A key nobody else has, such as `pieces/3f2a…`. */
export const newKey = (folder: string, extension = '') => `${folder}/${randomUUID()}${extension && `.${extension}`}`

/** Files under one folder of this machine. Refuses any key that is not of our making. */
export function diskStorage(root: string): Storage {
  const base = resolve(root)
  const pathOf = (cle: string) => {
    const path = join(base, cle)
    if (!KEY.test(cle) || !path.startsWith(base + sep)) throw new NotFound('fichier', cle)
    return path
  }
  const found = async <T>(cle: string, work: (path: string) => Promise<T>): Promise<T> => {
    try {
      return await work(pathOf(cle))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new NotFound('fichier', cle)
      throw error
    }
  }
  return {
    async put(cle, content) {
      const path = pathOf(cle)
      await mkdir(dirname(path), { recursive: true })
      const part = `${path}.${randomUUID()}.part`
      try {
        const handle = await open(part, 'wx')
        if (content instanceof Uint8Array) {
          await handle.writeFile(content)
          await handle.sync()
          await handle.close()
        } else await pipeline(content, handle.createWriteStream({ flush: true }))
        await rename(part, path)
      } finally {
        await rm(part, { force: true })
      }
    },
    readAll: (cle) => found(cle, (path) => readFile(path)),
    readStream: (cle, range) =>
      found(cle, async (path) => {
        await stat(path)
        return createReadStream(path, range)
      }),
    size: (cle) => found(cle, async (path) => (await stat(path)).size),
    remove: async (cle) => rm(pathOf(cle), { force: true }),
    readPath: (cle) => found(cle, async (path) => (await stat(path), path)),
  }
}
