import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownDb } from '#support/own-db'
import type { DepsWeb } from '#web/deps'

type Args = LoaderFunctionArgs & ActionFunctionArgs
type Module = Partial<Record<'loader' | 'action', (args: Args) => Promise<unknown>>>

const modules = import.meta.glob<Module>('/app/routes/extranet/{connexion,sessions,*proconnect*}.tsx')

describe('an extranet where no provider of identity is set', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let web: DepsWeb
  let temoin = ''

  beforeAll(async () => {
    own = await ownDb()
    web = (await import('#web/deps')).deps
    const { demandeurs } = await import('#web/session-demandeur')
    const data = { courriel: 'anne@exemple.test', prenom: 'Anne', nom: 'Pruvost', creeLe: new Date() }
    const { id } = await own.db.demandeur.create({ data })
    temoin = (await demandeurs.ouvrir(id, new Request('http://mcei.exemple.test'))).split(';', 1).join()
  })
  afterAll(async () => {
    await web.db.$disconnect()
    await own.drop()
  })

  const appeler = async (nom: string, faire: 'loader' | 'action', champs: Record<string, string> = {}, Cookie = '') => {
    const module = await modules[`/app/routes/extranet/${nom}.tsx`]?.()
    const request = new Request('http://mcei.exemple.test/extranet/proconnect', {
      headers: { Cookie },
      ...(faire === 'action' && { method: 'POST', body: new URLSearchParams(champs) }),
    })
    const args = { request, params: {}, context: {} } as unknown as Args
    return module?.[faire]?.(args).catch((rejet: unknown) => rejet)
  }

  test('shows no button', async () => {
    expect(await appeler('connexion', 'loader')).toEqual({ proConnect: false })
    expect(await appeler('sessions', 'loader', {}, temoin)).toMatchObject({ proConnect: false })
  })

  test('has none of its addresses', async () => {
    const absent = { init: { status: 404 } }
    expect(await appeler('proconnect', 'loader')).toMatchObject(absent)
    expect(await appeler('proconnect', 'action')).toMatchObject(absent)
    expect(await appeler('proconnect_.retour', 'loader')).toMatchObject(absent)
    expect(await appeler('relier-proconnect', 'loader', {}, temoin)).toMatchObject(absent)
    for (const intent of ['relier', 'delier'])
      expect(await appeler('relier-proconnect', 'action', { intent }, temoin)).toMatchObject(absent)
  })
})
