import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'

type Route = { id: string; parentId?: string; path?: string; index?: boolean; module: { default?: unknown } }

const montre = (file: string) =>
  /^export default |^export \{[^}]*\bdefault\b/m.test(readFileSync(`app/${file}`, 'utf8'))

const aPlat = (entrees: readonly RouteConfigEntry[], parentId?: string): Route[] =>
  entrees.flatMap(({ file, path, index, children = [] }) => {
    const id = file.replace(/\.tsx?$/, '')
    const module = montre(file) ? { default: id } : {}
    return [{ id, parentId, path, index, module }, ...aPlat(children, id)]
  })

const avant = Object.getOwnPropertyDescriptor(globalThis, '__remixAppDirectory')
Object.assign(globalThis, { __remixAppDirectory: 'app' })
const { default: entrees } = await import('../../app/routes')
if (!avant) Reflect.deleteProperty(globalThis, '__remixAppDirectory')

/** The routes of app/routes.ts, flat as the Remix plugin gives them to the server; a page is told by its default export, not run. */
export const routes: Record<string, Route> = Object.fromEntries(aPlat(entrees).map((route) => [route.id, route]))
