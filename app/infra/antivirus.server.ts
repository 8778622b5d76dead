import { createConnection, type NetConnectOpts, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** What clamd said of some bytes. NON_ANALYSE: it refused to look, and will again (too large for its settings). */
export type Verdict = { analyse: 'SAIN' } | { analyse: 'INFECTE' | 'NON_ANALYSE'; detail: string }

/** Scans bytes; throws when clamd does not answer, for then nothing is known. */
export type Antivirus = { analyser: (contenu: Readable) => Promise<Verdict> }

/** Without a word from clamd for this long, it is taken for down. */
const SILENCE_MS = 60_000
const REPONSE_MAX = 4_096

const TROP_VOLUMINEUX: Verdict = { analyse: 'NON_ANALYSE', detail: 'Trop volumineux pour l’antivirus.' }

/** Talks to clamd by its INSTREAM command (clamd(8)): the bytes go by the socket, so that it need not share our disk. Null where none is set. */
export function makeAntivirus(url: string | undefined): Antivirus | null {
  if (!url) return null
  const adresse = adresseDe(url)
  return {
    async analyser(contenu) {
      try {
        return verdictDe(await demander(adresse, (socket) => envoyer(socket, contenu)))
      } catch (error) {
        // It hangs up on what is too large, and its words may be lost with the line; a clamd that is well did it on purpose.
        if (raccroche(error) && (await estVivant(adresse))) return TROP_VOLUMINEUX
        throw error
      } finally {
        contenu.destroy()
      }
    },
  }
}

function adresseDe(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url)
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) }
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
}

const raccroche = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EPIPE', 'ECONNRESET'].includes(String(error.code))

const estVivant = async (adresse: NetConnectOpts): Promise<boolean> =>
  (await demander(adresse, (socket) => Promise.resolve(socket.write('zPING\0')))).startsWith('PONG')

/** Says something to clamd and gives its answer, whole. */
function demander(adresse: NetConnectOpts, dire: (socket: Socket) => Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(adresse)
    let reponse = ''
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('clamd does not answer')))
    socket.on('data', (octets) => {
      reponse = (reponse + octets.toString('utf8')).slice(0, REPONSE_MAX)
    })
    socket.on('close', () => (reponse ? resolve(reponse) : reject(new Error('clamd closed without an answer'))))
    socket.on('error', (error) => {
      if (!reponse) reject(error)
    })
    socket.on('connect', () => {
      dire(socket).catch((error: unknown) => socket.destroy(error instanceof Error ? error : new Error(String(error))))
    })
  })
}

/** Pieces with their length before them, then an empty one. */
async function envoyer(socket: Socket, contenu: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const octets of contenu as AsyncIterable<Buffer>) {
    if (socket.destroyed) return
    const longueur = Buffer.alloc(4)
    longueur.writeUInt32BE(octets.length)
    socket.write(longueur)
    if (!socket.write(octets)) await ecoule(socket)
  }
  if (!socket.destroyed) socket.write(Buffer.alloc(4))
}

const ecoule = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const fait = () => {
      socket.off('drain', fait).off('close', fait)
      resolve()
    }
    socket.on('drain', fait).on('close', fait)
  })

function verdictDe(reponse: string): Verdict {
  const texte = reponse.replace(/\0/g, '').trim()
  if (/:\s*OK$/.test(texte)) return { analyse: 'SAIN' }
  const signature = /^[^:]*:\s*(\S.*) FOUND$/.exec(texte)?.[1]
  if (signature) return { analyse: 'INFECTE', detail: signature.slice(0, 200) }
  if (/size limit exceeded/i.test(texte)) return TROP_VOLUMINEUX
  throw new Error(`clamd: ${texte.slice(0, 200)}`)
}
