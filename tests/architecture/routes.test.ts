import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agentRemonte, GUARDED } from '#web/agent-route'
import { DU_DEMANDEUR } from '#web/demandeur-route'
import { DE_L_EXPERT } from '#web/expert/expert-route'
import { PUBLIQUE } from '#web/visiteur-route'

type Handler = { name: 'loader' | 'action'; guard: unknown }

/**
 * What each side's routes must bear: a symbol of the wrapper they went through, or none where anybody may ask; and those that anybody may ask, which
 * bear the symbol `public` where the side has one.
 */
const SIDES: Record<string, { guard: symbol | null; public?: symbol; open: Record<string, string> }> = {
  bureau: { guard: GUARDED, open: {} },
  extranet: {
    guard: DU_DEMANDEUR,
    public: PUBLIQUE,
    open: {
      _cadre: 'the frame: says who is signed in, to themselves',
      _index: 'the campagnes that may be asked something',
      accessibilite: 'the statement of accessibility',
      'campagnes.$code': 'what a campagne helps, and whom',
      'campagnes.$code_.fiche': 'a fiche filled on line; sendings wait for one another',
      'campagnes.$code_.merci': 'what comes after a fiche; holds nothing of it',
      'campagnes.$code_.modele.$format': 'the fiche to be filled elsewhere',
      compte: 'asks for an account, answered the same for every address; sendings wait for one another',
      'compte_.confirmation.$jeton': 'confirms an address; the token is its guard',
      'compte_.merci': 'what comes after a request; holds nothing of it',
      connexion: 'signs in',
      'connexion_.code': 'signs in by a code; the cookie of the password is its guard',
      contact: 'whom to write to: what the campagnes that are open say to anybody',
      deconnexion: 'signs out',
      guide: 'the procedure, the same for everybody',
      'mentions-legales': 'who answers for the site; names nobody who uses it',
      'mot-de-passe': 'asks for a link by mail, answered the same for every address',
      'mot-de-passe_.$jeton': 'chooses a password; the token is its guard',
      proconnect: 'leaves for the provider of identity; nothing is written before the return',
      'proconnect_.retour':
        'signs in, or links; what the provider signs and the cookie of the departure are its guards',
    },
  },
  expert: { guard: DE_L_EXPERT, open: {} },
  ouvertes: {
    guard: null,
    open: {
      'activation.$jeton': 'chooses a first password; the token is its guard',
      connexion: 'signs in',
      'connexion_.reprise': 'signs in again over a page',
      deconnexion: 'signs out',
      'erreurs-de-page': 'takes what broke in a browser: cleaned, thirty a minute, shown to nobody',
      'mot-de-passe-oublie': 'asks for a link by mail, answered the same for every address',
      sante: 'says that the process lives',
      'sante.prete': 'says whether the application is ready',
      metriques: 'counts for the supervision; names nobody',
    },
  },
}

const modules = import.meta.glob<Record<string, unknown>>('/app/routes/*/*.{ts,tsx}')
const nameOf = (path: string) => path.replace(/^.*app\/routes\//, '').replace(/\.tsx?$/, '')
const routes = Object.entries(modules).map(([file, load]) => {
  const [side = '', name = ''] = nameOf(file).split('/')
  return { file: file.slice(1), side, name, load }
})
const titled = (side: string) =>
  routes.filter((route) => route.side === side).map((route) => [route.name, route] as const)

test('every side has its list, and every route of its folder is looked at', () => {
  expect(readdirSync('app/routes').sort()).toEqual(Object.keys(SIDES).sort())
  expect(routes.map(({ side, name }) => `${side}/${name}`).sort()).toEqual(
    Object.keys(SIDES)
      .flatMap((side) => readdirSync(`app/routes/${side}`).map((name) => nameOf(`app/routes/${side}/${name}`)))
      .sort(),
  )
})

test('what anybody may ask is listed with its reason, and nothing else stands in that folder', () => {
  for (const [side, { guard, open }] of Object.entries(SIDES)) {
    const names = titled(side).map(([name]) => name)
    if (guard === null) expect(names.sort()).toEqual(Object.keys(open).sort())
    else expect(Object.keys(open).filter((name) => !names.includes(name))).toEqual([])
  }
})

const handlersOf = async (load: () => Promise<Record<string, unknown>>, guard: symbol): Promise<Handler[]> => {
  const module = await load()
  return (['loader', 'action'] as const).flatMap((name) =>
    module[name] === undefined ? [] : [{ name, guard: Reflect.get(Object(module[name]), guard) }],
  )
}

const gardees = Object.entries(SIDES).flatMap(([side, { guard, public: publique, open }]) =>
  guard === null
    ? []
    : titled(side).map(([name, route]) => {
        const marque = name in open && publique ? publique : guard
        return [`${side}/${name}`, { ...route, guard: marque }] as const
      }),
)

test.each(gardees)('the loader and the action of %s are guarded', async (_name, { load, guard }) => {
  const handlers = await handlersOf(load, guard)
  expect(handlers.filter((un) => !Array.isArray(un.guard))).toEqual([])
})

/** The segments of an address that a value of this name reads. */
const SEGMENT: Record<string, string> = { dossier: 'numero' }

test.each(gardees)('%s answers a browser that asks for it', async (_name, { load }) => {
  const { loader, default: page } = await load()
  expect(loader !== undefined || page !== undefined).toBe(true)
})

test.each(gardees)(
  '%s reads every segment of its address, through the wrapper',
  async (name, { load, guard: symbole }) => {
    const segments = [...name.matchAll(/\$([a-zA-Z]+)/g)].map(([, segment]) => segment)
    const { loader } = await load()
    for (const { name: handler, guard } of await handlersOf(load, symbole)) {
      if (handler === 'loader' && loader === agentRemonte) continue
      const declared = (guard as string[]).map((param) => SEGMENT[param] ?? param)
      expect([handler, declared.sort()]).toEqual([handler, segments.sort()])
    }
  },
)

/** What a route of a guarded side would need to read a request by itself. */
const BY_HAND = /\b(formData|parseWithZod|searchParams|FormData|ActionFunctionArgs|LoaderFunctionArgs)\b/

test.each(gardees)('%s leaves the request to the wrapper', (_name, { file }) => {
  const source = readFileSync(file, 'utf8')
  expect(source.match(BY_HAND)?.[0] ?? null).toBeNull()
})
