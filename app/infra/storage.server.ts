import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DISQUE_LIBRE_MIN } from '#domain/entretien/bornes'
import { DisquePlein, NotFound } from '#infra/errors'
import { type Balai, type Balaye, balayer } from '#infra/temporaire'

/** Files by key. A key is made by us (`pieces/<uuid>`), never from a name somebody typed. */
export type Storage = {
  /** Writes whole or not at all: a reader never sees half a file. */
  put: (cle: string, content: Uint8Array | Readable) => Promise<void>
  /**
   * Goes on with a file from this byte, with what comes as it comes, to `max` bytes at most and as long as `continuer` says so; gives how many it then holds. A
   * source that breaks off leaves what had come.
   */
  append: (cle: string, suite: Suite) => Promise<number>
  /** The reading verbs have names of their own, so that the lint can say who may use them: see `#infra/fichier-recu`. */
  readAll: (cle: string) => Promise<Buffer>
  readStream: (cle: string, range?: { start: number; end: number }) => Promise<Readable>
  size: (cle: string) => Promise<number>
  remove: (cle: string) => Promise<void>
  /** A path of this machine holding the content, for readers that need a file. */
  readPath: (cle: string) => Promise<string>
  /** Bytes that can still be written. */
  free: () => Promise<number>
  /** Takes away files of this folder by a rule; `''` is all of them. */
  sweep: (folder: string, rule: Balai) => Promise<Balaye>
}

/** What a file goes on with. */
export type Suite = {
  depuis: number
  max: number
  contenu: AsyncIterable<Uint8Array>
  continuer: () => boolean
}

const KEY = /^[a-z]+(\/[A-Za-z0-9-]+)+(\.[a-z0-9]{1,5})?$/

/** A key nobody else has, such as `pieces/3f2a…`. */
export const newKey = (folder: string, extension = '') => `${folder}/${randomUUID()}${extension && `.${extension}`}`

/** Bytes that this account can still write where this folder is. */
async function freeAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Full, or the account has no more room: what the system says as it writes. */
const PLEIN = ['ENOSPC', 'EDQUOT']

/** No room is said in our own words; anything else as it came. */
const dire = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return PLEIN.includes(code) ? new DisquePlein() : error
}

/** Writes piece after piece at its place, and gives where the last one ends. */
async function ecrireLaSuite(fichier: FileHandle, { depuis, max, contenu, continuer }: Suite): Promise<number> {
  const source = contenu[Symbol.asyncIterator]()
  let position = depuis
  try {
    for (;;) {
      const suite = await source.next().catch(() => null)
      if (!suite || suite.done === true || !continuer()) break
      const { value } = suite
      const morceau = value.subarray(0, max - position)
      for (let ecrits = 0; ecrits < morceau.length;)
        ecrits += (await fichier.write(morceau, ecrits, morceau.length - ecrits, position + ecrits)).bytesWritten
      position += morceau.length
      if (morceau.length < value.length) break
    }
  } finally {
    await source.return?.()
  }
  await fichier.sync()
  return position
}

/** How many bytes are written between two looks at what is left. */
const REGARD = 16 * 1024 * 1024

/** Looks at the room left as the bytes go by, so that one large file does not take what the database needs to go on. */
function surveillant(assure: () => Promise<void>): Transform {
  let depuis = 0
  return new Transform({
    transform(morceau: Buffer, _encodage, fait) {
      depuis += morceau.length
      if (depuis < REGARD) {
        fait(null, morceau)
        return
      }
      depuis = 0
      assure().then(() => fait(null, morceau), fait)
    },
  })
}

type Options = {
  /** Bytes that can still be written; a test gives its own. */
  free?: () => Promise<number>
}

/**
 * Files under one folder of this machine. Refuses any key that is not of our making. Nothing is written that would leave less than
 * DISQUE_LIBRE_MIN: `put` then throws DisquePlein.
 */
export function diskStorage(root: string, options: Options = {}): Storage {
  const base = resolve(root)
  const free = options.free ?? (async () => (await mkdir(base, { recursive: true }), freeAt(base)))
  const assure = async (octets = 0) => {
    if ((await free()) - octets < DISQUE_LIBRE_MIN) throw new DisquePlein()
  }
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
    free,
    async put(cle, content) {
      const path = pathOf(cle)
      await assure(content instanceof Uint8Array ? content.length : 0)
      await mkdir(dirname(path), { recursive: true })
      const part = `${path}.${randomUUID()}.part`
      try {
        const handle = await open(part, 'wx')
        if (content instanceof Uint8Array) {
          await handle.writeFile(content)
          await handle.sync()
          await handle.close()
        } else await pipeline(content, surveillant(assure), handle.createWriteStream({ flush: true }))
        await rename(part, path)
      } catch (error) {
        throw dire(error)
      } finally {
        await rm(part, { force: true })
      }
    },
    append: (cle, suite) =>
      found(cle, async (path) => {
        await assure()
        const fichier = await open(path, 'r+')
        try {
          return await ecrireLaSuite(fichier, suite)
        } catch (error) {
          throw dire(error)
        } finally {
          await fichier.close()
        }
      }),
    readAll: (cle) => found(cle, (path) => readFile(path)),
    readStream: (cle, range) =>
      found(cle, async (path) => {
        await stat(path)
        return createReadStream(path, range)
      }),
    size: (cle) => found(cle, async (path) => (await stat(path)).size),
    remove: async (cle) => rm(pathOf(cle), { force: true }),
    readPath: (cle) => found(cle, async (path) => (await stat(path), path)),
    sweep: (folder, rule) => balayer(base, folder, rule),
  }
}
