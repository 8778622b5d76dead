import { createHash, randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { cleDeTeleversement } from '#infra/stores/demande-en-ligne/televersement'
import { terminerTeleversement } from '#usecases/demande-en-ligne/terminer-televersement'
import type { DepsWeb } from '#web/deps'
import { unAgent } from '../dossier/faits'
import { unMondeEnLigne } from './monde'

const BASE = 'http://mcei.exemple.test'
type Route = Record<'loader' | 'action', (args: ActionFunctionArgs) => Promise<unknown>>
type Ouvrir = (qui: string, request: Request) => Promise<string>

describe('the addresses by which a file comes piece by piece', () => {
  const monde = unMondeEnLigne()
  let routes: { toutes: Route; une: Route }
  let ouvrir: { demandeur: Ouvrir; agent: Ouvrir }
  let application: DepsWeb

  beforeAll(async () => {
    routes = {
      toutes: await import('../../../app/routes/extranet/televersements'),
      une: await import('../../../app/routes/extranet/televersements_.$id'),
    }
    ouvrir = {
      demandeur: (await import('#web/session-demandeur')).demandeurs.ouvrir,
      agent: (await import('#web/session')).openSession,
    }
    application = (await import('#web/deps')).deps
  })
  afterAll(() => application.db.$disconnect())

  const session = async (qui: Demandeur) =>
    (await ouvrir.demandeur(qui.id, new Request(`${BASE}/extranet`))).split(';')[0] ?? ''

  type Demande = { id?: string; method: string; cookie: string; headers?: Record<string, string>; corps?: Uint8Array }
  async function demander({ id, method, cookie, headers = {}, corps }: Demande): Promise<Response> {
    const route = id === undefined ? routes.toutes : routes.une
    const request = new Request(`${BASE}/extranet/televersements${id === undefined ? '' : `/${id}`}`, {
      method,
      headers: { 'Tus-Resumable': '1.0.0', Cookie: cookie, ...headers },
      ...(corps && { body: corps as BodyInit }),
    })
    const lire = ['GET', 'HEAD', 'OPTIONS'].includes(method)
    const args = { request, params: id === undefined ? {} : { id }, context: {} } as ActionFunctionArgs
    const faite = await (lire ? route.loader(args) : route.action(args)).catch((refus: unknown) => refus)
    if (faite instanceof Response) return faite
    const { init } = faite as { init?: { status?: number } }
    if (!init?.status) throw faite
    return new Response(null, { status: init.status })
  }
  const statut = async (demande: Demande) => (await demander(demande)).status

  const annonce = (demandeId: string, contenu: Buffer, change: Record<string, string> = {}) => {
    const sha256 = createHash('sha256').update(contenu).digest('hex')
    const champs = { nom: 'RIB.pdf', code: 'RIB', sha256, demande: demandeId, ...change }
    return {
      'Upload-Length': String(contenu.length),
      'Upload-Metadata': Object.entries(champs)
        .map(([nom, valeur]) => `${nom} ${Buffer.from(valeur).toString('base64')}`)
        .join(','),
    }
  }
  const morceau = (depuis: number) => ({
    'Upload-Offset': String(depuis),
    'Content-Type': 'application/offset+octet-stream',
  })
  async function unEnvoi() {
    const { id: demandeId, anne, structureId } = await monde.unDebut()
    const cookie = await session(anne)
    const creee = await demander({ method: 'POST', cookie, headers: annonce(demandeId, monde.pdf) })
    expect(creee.status).toBe(201)
    const location = creee.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/extranet\/televersements\/[\da-f-]{36}$/)
    return { demandeId, anne, structureId, cookie, id: location.split('/').pop() ?? '' }
  }
  const pieces = (id: string) => monde.db.pieceEnLigne.count({ where: { demandeEnLigneId: id } })

  test('a file is announced, sent in two, and is a pièce; no other site is told that it may ask', async () => {
    const { demandeId, cookie, id } = await unEnvoi()
    const moitie = Math.floor(monde.pdf.length / 2)
    const un = await demander({
      id,
      method: 'PATCH',
      cookie,
      headers: morceau(0),
      corps: monde.pdf.subarray(0, moitie),
    })
    expect([un.status, un.headers.get('Upload-Offset')]).toEqual([204, String(moitie)])
    expect([...un.headers.keys()].filter((nom) => nom.startsWith('access-control'))).toEqual([])
    expect(await statut({ id, method: 'PATCH', cookie, headers: morceau(0), corps: monde.pdf })).toBe(409)
    const suite = { id, method: 'PATCH', cookie, headers: morceau(moitie), corps: monde.pdf.subarray(moitie) }
    expect(await statut({ ...suite, corps: Buffer.concat([suite.corps, Buffer.alloc(9)]) })).toBe(413)
    expect(await pieces(demandeId)).toBe(0)
    const { headers } = await demander({ id, method: 'HEAD', cookie })
    const depuis = Number(headers.get('Upload-Offset'))
    expect(await statut({ ...suite, headers: morceau(depuis), corps: monde.pdf.subarray(depuis) })).toBe(204)
    expect(await pieces(demandeId)).toBe(1)
    expect(await statut({ id, method: 'GET', cookie })).toBe(404)
    expect(await statut({ id, method: 'HEAD', cookie })).toBe(200)
    expect(await statut({ id, method: 'DELETE', cookie })).toBe(404)
    expect(await pieces(demandeId)).toBe(1)
  })

  test('whoever did not begin it is told that it is not there, by every verb: a colleague, another structure, an officer, nobody', async () => {
    const { demandeId, structureId, cookie, id } = await unEnvoi()
    const agent = await unAgent(monde.db)
    const qui = {
      collegue: [await session(await monde.unMembre(structureId)), [404]],
      etranger: [await session(await monde.unMembre(await monde.uneStructure())), [404]],
      agent: [(await ouvrir.agent(agent.id, new Request(BASE))).split(';')[0] ?? '', [401, 302]],
      personne: ['', [401, 302]],
    } as const
    const corps = monde.pdf
    for (const [nom, [autre, attendus]] of Object.entries(qui)) {
      const dits = {
        HEAD: await statut({ id, method: 'HEAD', cookie: autre }),
        GET: await statut({ id, method: 'GET', cookie: autre }),
        OPTIONS: await statut({ id, method: 'OPTIONS', cookie: autre }),
        PATCH: await statut({ id, method: 'PATCH', cookie: autre, headers: morceau(0), corps }),
        DELETE: await statut({ id, method: 'DELETE', cookie: autre }),
      }
      const attendu = attendus as readonly number[]
      expect([nom, Object.entries(dits).filter(([, dit]) => !attendu.includes(dit))]).toEqual([nom, []])
    }
    const [etranger] = qui.etranger
    expect(await statut({ method: 'POST', cookie: etranger, headers: annonce(demandeId, corps) })).toBe(404)
    expect([401, 302]).toContain(await statut({ method: 'POST', cookie: '', headers: annonce(demandeId, corps) }))
    const { headers } = await demander({ id, method: 'HEAD', cookie })
    expect(headers.get('Upload-Offset')).toBe('0')
    expect(await statut({ id, method: 'DELETE', cookie })).toBe(204)
    expect(await statut({ id, method: 'HEAD', cookie })).toBe(404)
  })

  test('what is announced is refused in words, and from another site not at all', async () => {
    const { demandeId, cookie } = await unEnvoi()
    const refuse = async (change: Record<string, string>, headers: Record<string, string> = {}) => {
      const faite = await demander({
        ...{ method: 'POST', cookie },
        headers: { ...annonce(demandeId, monde.pdf, change), ...headers },
      })
      return [faite.status, await faite.text()]
    }
    expect(await refuse({ nom: `${'n'.repeat(51)}.pdf` })).toEqual([422, expect.stringContaining('dépasse 50')])
    expect(await refuse({ code: 'INCONNUE' })).toEqual([422, expect.stringContaining('pas demandée')])
    expect(await refuse({}, { 'Upload-Length': '20971521' })).toEqual([413, expect.stringContaining('dépasse 20')])
    expect((await refuse({ demande: randomUUID() }))[0]).toBe(404)
    expect((await refuse({ demande: "1' OR 1=1" }))[0]).toBe(404)
    expect((await refuse({ dossier: randomUUID() }))[0]).toBe(404)
    expect((await refuse({}, { Origin: 'http://ailleurs.exemple.test' }))[0]).toBe(403)
    const { 'Upload-Metadata': dite } = annonce(demandeId, monde.pdf)
    const sansTaille = { 'Upload-Defer-Length': '1', 'Upload-Metadata': dite }
    expect(await statut({ method: 'POST', cookie, headers: sansTaille })).toBe(501)
  })

  test('of two that send it at once, one holds it: the other is told to wait or where it is', async () => {
    const { demandeId, cookie, id } = await unEnvoi()
    const deux = await Promise.all(
      [1, 2].map(() => statut({ id, method: 'PATCH', cookie, headers: morceau(0), corps: monde.pdf })),
    )
    expect(deux.filter((un) => un === 204)).toHaveLength(1)
    expect(deux.filter((un) => [409, 423].includes(un))).toHaveLength(1)
    expect(await pieces(demandeId)).toBe(1)
  })

  test('whole but not ended, its process having died, it is ended when it is asked about', async () => {
    const { demandeId, anne, cookie, id } = await unEnvoi()
    await application.storage.put(cleDeTeleversement(id), monde.pdf)
    expect(await pieces(demandeId)).toBe(0)
    expect(await statut({ id, method: 'HEAD', cookie })).toBe(200)
    expect(await pieces(demandeId)).toBe(1)
    expect(await terminerTeleversement(application, anne, id)).toEqual({ ok: true })
  })
})
