import path from 'node:path'
import { Tinypool } from 'tinypool'
import { no, ok, type Result } from '#domain/result'
import { PROJECT_DIR } from '#infra/env'
import type { ALire, Lectures, NomDeLecture } from '#lecteurs/entree'

/** A reading that ended without an answer; the sentence is in `detail`. */
export type Interrompue = 'LECTURE_INTERROMPUE'

const PHRASE =
  'La lecture de ce fichier a été arrêtée\u00a0: elle demandait trop de temps ou de mémoire. Il est gardé tel quel\u00a0: téléchargez-le pour le lire.'

/** Milliseconds of processor that one file may take. A file that is read takes a tenth of them. */
const DELAI_MS = 15_000
/** Milliseconds of the clock after which a reader that does nothing is ended too: a busy machine gives it a sixth of a processor, after its start. */
const patienceMs = (delaiMs: number) => 30_000 + 6 * delaiMs
/** Readers at the same time, and files that may wait for one; a reader that has nothing to read ends. */
const LECTEURS = 2
const ATTENTE_MAX = 500
const OISIF_MS = 30_000
/** What a reader may keep of one file to the next, in bytes: over it another takes its place. */
const RESTE_MAX = 128 * 1024 * 1024

/** A file that ended its reader is given to another once; ended twice, it is set aside. */
const ESSAIS = 2

/** The memory of a reader, as flags of Node. A small young space has what it read given back soon. */
export const MEMOIRE_DE_LECTEUR = ['--max-old-space-size=320', '--max-semi-space-size=8']

let piscine: Tinypool | undefined

/** Made when the first file comes: a process that reads nothing starts nobody. A reader is told none of our secrets. */
function ouvrir(): Tinypool {
  if (piscine) return piscine
  piscine = new Tinypool({
    filename: path.join(PROJECT_DIR, 'app/lecteurs/entree.server.ts'),
    name: 'lire',
    runtime: 'child_process',
    serialization: 'advanced',
    minThreads: 0,
    maxThreads: LECTEURS,
    idleTimeout: OISIF_MS,
    maxMemoryLimitBeforeRecycle: RESTE_MAX,
    execArgv: MEMOIRE_DE_LECTEUR,
    env: {
      TZ: Intl.DateTimeFormat().resolvedOptions().timeZone,
      NODE_COMPILE_CACHE: path.join(PROJECT_DIR, 'node_modules/.cache/mcei/compile'),
    },
  })
  // One that ends while it reads nothing harms nobody: the next file starts another.
  // Loaded when there is something to say: the log reads our variables as soon as it is there.
  piscine.on(
    'error',
    (err) => void import('#infra/logger').then(({ logger }) => logger.warn({ err }, 'a reader ended by itself')),
  )
  return piscine
}

/** Too many files wait: a fault of ours, not of the file, which may be tried again. */
export class LecteursOccupes extends Error {
  override name = 'LecteursOccupes'
}

let occupes = 0
const attente: (() => void)[] = []

/** Waits for a reader: the time of a file begins when one takes it. */
async function aSonTour<T>(faire: () => Promise<T>): Promise<T> {
  if (occupes >= LECTEURS) {
    if (attente.length >= ATTENTE_MAX) throw new LecteursOccupes('too many files are waiting to be read')
    await new Promise<void>((resolve) => attente.push(resolve))
  } else occupes += 1
  try {
    return await faire()
  } finally {
    const suivant = attente.shift()
    if (suivant) suivant()
    else occupes -= 1
  }
}

type Reponse<N extends NomDeLecture> = Awaited<ReturnType<Lectures[N]>>

/** `delaiMs`: milliseconds of processor. */
export type Reglage = { delaiMs?: number }

/**
 * Has a file that came from outside read by another process, which can be ended whatever it does: the one way to the readers of #fichiers.
 * A file that ends its reader twice gives LECTURE_INTERROMPUE. Throws what the reader throws, and LecteursOccupes.
 */
export async function lire<N extends NomDeLecture>(
  nom: N,
  donnees: Parameters<Lectures[N]>[0],
  { delaiMs = DELAI_MS }: Reglage = {},
): Promise<Result<Reponse<N>, Interrompue>> {
  for (let essai = 1; essai <= ESSAIS; essai += 1) {
    const lue = await aSonTour(() => tenter({ nom, donnees, delaiMs } as ALire))
    if (lue.ok) return ok(lue.value as Reponse<N>)
  }
  return no('LECTURE_INTERROMPUE', PHRASE)
}

async function tenter(aLire: ALire): Promise<Result<unknown, Interrompue>> {
  const fin = new AbortController()
  // Not left to the pool: what waits for a reader to start must itself stay alive.
  const minuterie = setTimeout(() => fin.abort(), patienceMs(aLire.delaiMs))
  try {
    return ok(await ouvrir().run(aLire, { signal: fin.signal }))
  } catch (erreur) {
    if (estLaFinDuLecteur(erreur)) return no('LECTURE_INTERROMPUE')
    throw enErreur(erreur)
  } finally {
    clearTimeout(minuterie)
  }
}

/** The pool says by these that its process has gone, or was ended. */
const estLaFinDuLecteur = (erreur: unknown): boolean =>
  erreur instanceof Error && (erreur.name === 'AbortError' || /exited unexpectedly|terminat/i.test(erreur.message))

/** What broke a reader comes as the plain words of its error. */
const enErreur = (erreur: unknown): unknown =>
  erreur instanceof Error || typeof erreur !== 'object' || erreur === null
    ? erreur
    : Object.assign(new Error('message' in erreur ? String(erreur.message) : 'a reader broke'), erreur)
