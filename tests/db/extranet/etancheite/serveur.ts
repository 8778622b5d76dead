import { readFileSync } from 'node:fs'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { routes } from '#support/server-build'

export const BASE = 'http://mcei.exemple.test'

type Module = Record<string, unknown>

const modules = import.meta.glob<Module>('/app/routes/extranet/*.{ts,tsx}')

/** Every route of the extranet, by the name of its file, and the address it answers under. Its module asks for the base: it is read inside tests. */
export const ROUTES = Object.entries(modules).map(([fichier, lire]) => {
  const nom = fichier.replace(/^.*\/extranet\//, '').replace(/\.tsx?$/, '')
  const source = readFileSync(fichier.slice(1), 'utf8')
  const adresse = `/${routes[`routes/extranet/${nom}`]?.path ?? 'extranet'}`
  return { nom, adresse, source, lire, page: /^export default /m.test(source) }
})

export type RouteDeLExtranet = (typeof ROUTES)[number]

/**
 * The request handler of the application over the routes of the extranet, as they are addressed. A page is not drawn: what its loaders gave stands in the
 * answer in its place.
 */
export async function serveurDeLExtranet() {
  const lus = ROUTES.map(async ({ nom, lire }) => [`routes/extranet/${nom}`, await lire()] as const)
  const module = new Map<string, Module>(await Promise.all(lus))
  const servies = Object.entries(routes).flatMap(([id, route]) => {
    const son = module.get(id)
    return son ? [[id, { ...route, module: son }] as const] : []
  })
  const build = {
    entry: {
      module: {
        default: (_: Request, status: number, headers: Headers, { staticHandlerContext: { loaderData } }: Contexte) =>
          new Response(
            JSON.stringify(loaderData, (_cle, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
            {
              status,
              headers,
            },
          ),
      },
    },
    routes: Object.fromEntries(servies),
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    isSpaMode: false,
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_singleFetch: true, v3_throwAbortReason: true },
  }
  return createRequestHandler(build as unknown as ServerBuild, 'test')
}

type Contexte = { staticHandlerContext: { loaderData: unknown } }
