import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashJeton } from '#infra/jeton'
import { ownDb } from '#support/own-db'
import type { DepsWeb } from '#web/deps'
import type * as Extranet from '#web/session-demandeur'

type Args = LoaderFunctionArgs & ActionFunctionArgs
type Listee = { cle: string; courante: boolean }
type Page = {
  loader: (args: Args) => Promise<{ sessions: Listee[] }>
  action: (args: Args) => Promise<Partial<Response> & { soumission?: { status: string } }>
}

describe('one session among others', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let aux: typeof Extranet
  let deps: DepsWeb
  let page: Page

  beforeAll(async () => {
    own = await ownDb()
    aux = await import('#web/session-demandeur')
    deps = (await import('#web/deps')).deps
    page = (await import('../../../app/routes/extranet/sessions')) as unknown as Page
  })
  afterAll(async () => {
    await deps.db.$disconnect()
    await own.drop()
  })

  const requete = (cookie: string, champs?: Record<string, string>) =>
    new Request('http://mcei.exemple.test/extranet/sessions', {
      headers: { Cookie: cookie },
      ...(champs && { method: 'POST', body: new URLSearchParams(champs) }),
    })
  const args = (cookie: string, champs?: Record<string, string>): Args => ({
    request: requete(cookie, champs),
    ...{ params: {}, context: { ip: '192.0.2.1' } },
  })
  const unDemandeur = () =>
    own.db.demandeur.create({
      data: { courriel: `${randomUUID()}@exemple.test`, prenom: 'Anne', nom: 'Pruvost', creeLe: new Date() },
    })
  const ouvrir = async (id: string) => (await aux.demandeurs.ouvrir(id, requete(''))).split(';')[0] ?? ''
  const idDe = (cookie: string) => aux.demandeurs.id(requete(cookie))
  const cleDe = async (cookie: string) => hashJeton(await idDe(cookie))
  const ouvertes = (cookies: readonly string[]) =>
    Promise.all(cookies.map(async (cookie) => (await aux.trouverDemandeur(requete(cookie))) !== null))
  /** What the page answers, always itself, where the form is one of its own. */
  const fermer = async (cookie: string, champs: Record<string, string>) => {
    const reponse = await page.action(args(cookie, champs))
    return reponse.headers?.get('Location') ?? reponse.soumission?.status
  }
  const journal = (objetId: string) =>
    own.db.entreeJournal.findMany({ where: { acte: 'fermerSessions', objetId }, orderBy: { id: 'asc' } })

  test('each is listed under a name that is not its id and opens nothing', async () => {
    const qui = await unDemandeur()
    const [ici, ailleurs] = [await ouvrir(qui.id), await ouvrir(qui.id)]
    const { sessions } = await page.loader(args(ici))
    expect(sessions.map(({ cle, courante }) => [cle, courante])).toEqual([
      [await cleDe(ici), true],
      [await cleDe(ailleurs), false],
    ])
    expect(JSON.stringify(sessions)).not.toContain(await idDe(ailleurs))
    expect(JSON.stringify(sessions)).not.toContain(ailleurs.split('=')[1])
    expect(await ouvertes([`mcei_extranet=${await cleDe(ailleurs)}`])).toEqual([false])
  })

  test('one is ended by its name, alone, and the journal says one; ended already, nothing is done nor said', async () => {
    const qui = await unDemandeur()
    const [ici, ailleurs, perdue] = [await ouvrir(qui.id), await ouvrir(qui.id), await ouvrir(qui.id)]
    const nommee = { cle: await cleDe(perdue) }
    expect(await fermer(ici, nommee)).toBe('/extranet/sessions')
    expect(await ouvertes([ici, ailleurs, perdue])).toEqual([true, true, false])
    expect(await fermer(ici, nommee)).toBe('/extranet/sessions')
    expect(await journal(qui.id)).toMatchObject([
      { acteurType: 'DEMANDEUR', acteurId: qui.id, detail: { sessions: 1 } },
    ])
    expect(await fermer(ici, {})).toBe('/extranet/sessions')
    expect(await ouvertes([ici, ailleurs])).toEqual([true, false])
    expect(await journal(qui.id)).toHaveLength(2)
  })

  test('somebody else’s, an id, what names nothing and the one that asks are left as they were', async () => {
    const [qui, autre] = [await unDemandeur(), await unDemandeur()]
    const [ici, ailleurs, sienne] = [await ouvrir(qui.id), await ouvrir(qui.id), await ouvrir(autre.id)]
    for (const cle of [await cleDe(sienne), await idDe(ailleurs), hashJeton('rien'), await cleDe(ici)])
      expect(await fermer(ici, { cle })).toBe('/extranet/sessions')
    expect(await fermer(ici, { cle: 'x' })).toBe('error')
    expect(await ouvertes([ici, ailleurs, sienne])).toEqual([true, true, true])
    expect([await journal(qui.id), await journal(autre.id)]).toEqual([[], []])
  })

  test('what a page asks by itself does not say that somebody is there: left alone, a session ends', async () => {
    const { loader: presence } =
      (await import('../../../app/routes/extranet/demandes.$id.presence')) as unknown as Pick<Page, 'loader'>
    const qui = await unDemandeur()
    const cookie = await ouvrir(qui.id)
    const vueLe = new Date(Date.now() - 10 * 60_000)
    await own.db.sessionDemandeur.updateMany({ where: { demandeurId: qui.id }, data: { vuLe: vueLe } })
    const vue = async () => (await own.db.sessionDemandeur.findFirstOrThrow({ where: { demandeurId: qui.id } })).vuLe
    const inconnue = await presence({ ...args(cookie), params: { id: randomUUID() } }).catch((error: unknown) => error)
    expect(inconnue).toMatchObject({ init: { status: 404 } })
    expect(await vue()).toEqual(vueLe)
    await page.loader(args(cookie))
    expect((await vue()).getTime()).toBeGreaterThan(vueLe.getTime())
  })
})
