import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GUARDED } from '#web/agent-route'

/** The routes that anybody may ask, each for its reason. A route is added here by hand or it is guarded. */
const OPEN: Record<string, string> = {
  'ouvertes/activation.$jeton': 'chooses a first password; the token is its guard',
  'ouvertes/connexion': 'signs in',
  'ouvertes/deconnexion': 'signs out',
  'ouvertes/sante': 'says that the process lives',
  'ouvertes/sante.prete': 'says whether the application is ready',
  'ouvertes/metriques': 'counts for the supervision; names nobody',
}

/** One folder per side (app/routes.ts). */
const SIDES = readdirSync('app/routes')

const modules = import.meta.glob<Record<string, unknown>>('/app/routes/*/*.{ts,tsx}')
const nameOf = (path: string) => path.replace(/^.*app\/routes\//, '').replace(/\.tsx?$/, '')
const routes = Object.entries(modules).map(([file, load]) => [nameOf(file), load] as const)

test('every route of the folder is looked at', () => {
  expect(routes.map(([name]) => name).sort()).toEqual(
    SIDES.flatMap((side) =>
      readdirSync(`app/routes/${side}`).map((name) => nameOf(`app/routes/${side}/${name}`)),
    ).sort(),
  )
})

test.each(routes.filter(([name]) => !(name in OPEN)))(
  'the loader and the action of %s are guarded',
  async (_name, load) => {
    const { loader, action } = await load()
    const unguarded = [loader, action].filter(
      (handler) => handler !== undefined && !Object.hasOwn(Object(handler), GUARDED),
    )
    expect(unguarded).toEqual([])
  },
)

test('an open route is still there', () => {
  const names = new Set(routes.map(([name]) => name))
  expect(Object.keys(OPEN).filter((name) => !names.has(name))).toEqual([])
})

test('what is open stands in its own folder, and nothing else is there', () => {
  const open = routes.map(([name]) => name).filter((name) => name.startsWith('ouvertes/'))
  expect(open.sort()).toEqual(Object.keys(OPEN).sort())
})
