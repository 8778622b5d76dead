/**
 * The thread that watches over one reader: it ends the whole process, at once, when what is being read has taken more than its time or than the
 * memory of a reader, or when nobody is left to answer to. It looks from beside, for a reader that is held sees nothing.
 */
import { workerData } from 'node:worker_threads'

/** `etat`: the number of the reading under way (0 when there is none), then its time in milliseconds. */
const { etat, memoireMax } = workerData as { etat: SharedArrayBuffer; memoireMax: number }

const PAS_MS = 50
const lu = new Int32Array(etat)
const parent = process.ppid

/** Milliseconds of processor that this process has used: a machine that is busy elsewhere does not count against a file. */
function travailMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

let enCours = 0
let debut = 0

setInterval(() => {
  const numero = Atomics.load(lu, 0)
  if (numero !== enCours) {
    enCours = numero
    debut = travailMs()
  }
  const tropLong = enCours !== 0 && travailMs() - debut > Atomics.load(lu, 1)
  if (tropLong || process.memoryUsage.rss() > memoireMax || process.ppid !== parent)
    process.kill(process.pid, 'SIGKILL')
}, PAS_MS)
