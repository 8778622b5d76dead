import { Worker } from 'node:worker_threads'

const PROGRAMME = `
const { parentPort, workerData: { module, nom, args } } = require('node:worker_threads')
const octets = (valeur) => (valeur instanceof Uint8Array ? Buffer.from(valeur.buffer, valeur.byteOffset, valeur.length) : valeur)
const pris = args.map((arg) => arg?.contenu ? { ...arg, contenu: octets(arg.contenu) } : octets(arg))
import(module).then((lu) => lu[nom](...pris)).then((valeur) => parentPort.postMessage({ valeur }), (erreur) => parentPort.postMessage({ erreur: String(erreur) }))`

/**
 * Calls a function of a reader in a thread of its own and gives what it answers; throws when it has not after `delaiMs`. A reader that never
 * ends would hold the process that waits for it, test runner included.
 */
export async function enFil(chemin: string, nom: string, args: unknown[], delaiMs = 45_000): Promise<unknown> {
  const fil = new Worker(PROGRAMME, {
    eval: true,
    workerData: { module: new URL(`../../app/${chemin}`, import.meta.url).href, nom, args },
  })
  let minuterie: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve, reject) => {
      minuterie = setTimeout(() => reject(new Error(`${nom} has not ended after ${delaiMs} ms`)), delaiMs)
      fil.once('error', reject)
      fil.once('message', ({ valeur, erreur }: { valeur?: unknown; erreur?: string }) =>
        erreur === undefined ? resolve(valeur) : reject(new Error(erreur)),
      )
    })
  } finally {
    clearTimeout(minuterie)
    await fil.terminate()
  }
}
