import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { until } from '../../support/until'

const DATA_DIR = path.resolve(process.env.E2E_DATA_DIR ?? 'data/e2e')

/** Bytes written at once by who sends: what a cut may lose. */
const MORCEAU = 64 * 1024

/** A photo of this many bytes that nobody gave yet. */
export function unePhoto(taille: number): Buffer {
  const entete = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
  return Buffer.concat([entete, randomBytes(taille - entete.length - 2), Buffer.from('ffd9', 'hex')])
}

export const sha256De = (contenu: Buffer) => createHash('sha256').update(contenu).digest('hex')

type Reponse = { statut: number; entetes: http.IncomingHttpHeaders; corps: string }

/** The signed-in demandeur of this page, as a client of the protocol that knows nothing of tus but its headers. */
export async function clientTus(page: Page) {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const agent = new http.Agent({ keepAlive: false })

  const requete = (adresse: string, method: string, headers: Record<string, string | number>) =>
    http.request(adresse, { agent, method, headers: { 'Tus-Resumable': '1.0.0', Cookie: cookie, ...headers } })
  async function reponse(req: http.ClientRequest): Promise<Reponse> {
    const [res] = (await once(req, 'response')) as [http.IncomingMessage]
    const morceaux: Buffer[] = []
    for await (const morceau of res) morceaux.push(morceau as Buffer)
    return { statut: res.statusCode ?? 0, entetes: res.headers, corps: Buffer.concat(morceaux).toString() }
  }
  const demander = (adresse: string, method: string, headers: Record<string, string | number> = {}) => {
    const req = requete(adresse, method, headers)
    req.end()
    return reponse(req)
  }
  const recuSurLeDisque = (id: string) => statSync(path.join(DATA_DIR, 'fichiers', 'televersements', id)).size

  return {
    demander,
    async annoncer(base: string, contenu: Buffer, annonce: Record<string, string>): Promise<string> {
      const metadata = Object.entries({ sha256: sha256De(contenu), ...annonce })
        .map(([nom, valeur]) => `${nom} ${Buffer.from(valeur).toString('base64')}`)
        .join(',')
      const { statut, entetes } = await demander(`${base}/extranet/televersements`, 'POST', {
        'Upload-Length': contenu.length,
        'Upload-Metadata': metadata,
      })
      expect([statut, entetes['access-control-allow-origin']]).toEqual([201, undefined])
      return path.basename(entetes.location ?? '')
    },
    async offset(base: string, id: string): Promise<number> {
      const { statut, entetes } = await demander(`${base}/extranet/televersements/${id}`, 'HEAD')
      expect(statut).toBe(200)
      return Number(entetes['upload-offset'])
    },
    /** Sends from there, no faster than the disk takes, and stops once this much was written, the last piece unheard of. Gives what left. */
    async envoyerJusqua(base: string, id: string, { contenu, depuis, fin }: Troncon): Promise<number> {
      const req = requete(`${base}/extranet/televersements/${id}`, 'PATCH', {
        'Upload-Offset': depuis,
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': contenu.length - depuis,
      })
      req.on('error', () => undefined)
      let ou = depuis
      while (ou < fin) {
        const suite = Math.min(ou + MORCEAU, fin)
        req.write(contenu.subarray(ou, suite))
        if (suite < fin) await until('what was sent is on the disk', () => recuSurLeDisque(id) >= suite)
        ou = suite
      }
      coupables.add(req)
      return ou - depuis
    },
    /** Cuts what was left half sent. */
    couper() {
      for (const req of coupables) req.destroy()
      coupables.clear()
    },
    async envoyer(base: string, id: string, { contenu, depuis }: Omit<Troncon, 'fin'>): Promise<Reponse> {
      const req = requete(`${base}/extranet/televersements/${id}`, 'PATCH', {
        'Upload-Offset': depuis,
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': contenu.length - depuis,
      })
      req.on('error', () => undefined)
      req.end(contenu.subarray(depuis))
      return reponse(req)
    },
  }
}

type Troncon = { contenu: Buffer; depuis: number; fin: number }

const coupables = new Set<http.ClientRequest>()
