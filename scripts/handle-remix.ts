/** How a request reaches Remix. Data alone is asked many times for each page: it skips what looking for a route among all of them costs. */
import type { ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { Request, RequestHandler, Response } from 'express'

/** What is asked of the routes of a build, to look for one. */
type Routes = Readonly<
  Record<string, Pick<ServerBuild['routes'][string], 'id' | 'parentId' | 'path' | 'index' | 'caseSensitive'>>
>

type Route = Parameters<typeof matchRoutes>[0][number]

type Remix = { build: ServerBuild; contextOf: (req: Request, res: Response) => AppLoadContext }

const DATA = /\.data$/

const childrenOf = (routes: Routes, parentId?: string): Route[] =>
  Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, caseSensitive, index }) => {
      const said = { id, ...(path !== undefined && { path }), ...(caseSensitive !== undefined && { caseSensitive }) }
      return index ? { ...said, index } : { ...said, children: childrenOf(routes, id) }
    })

/** Finds, for the address of a page, the routes that make it up, from the root down; none for an address that is nobody's. */
export function branches(routes: Routes): (pathname: string) => string[] {
  const tree = childrenOf(routes)
  const ids = (pathname: string) => (matchRoutes(tree, pathname) ?? []).flatMap(({ route }) => route.id ?? [])
  // Kept for the addresses that name nothing in particular: there are as many as routes, whoever asks.
  const fixed = new Map<string, string[]>()
  return (pathname) => {
    const known = fixed.get(pathname)
    if (known) return known
    const found = ids(pathname)
    const isFixed = found.length > 0 && found.every((id) => !/[:*?]/.test(routes[id]?.path ?? ''))
    // The case and the slashes of an address are free: only one spelling of each is kept.
    if (isFixed && pathname === canonical(found, routes)) fixed.set(pathname, found)
    return found
  }
}

const canonical = (ids: readonly string[], routes: Routes) =>
  `/${ids.flatMap((id) => routes[id]?.path || []).join('/')}`

/** The page whose data this asks, as Remix reads it; null for anything else. */
const pageOf = (req: Request) => (asksData(req) ? req.path.replace(DATA, '').replace(/^\/_root$/, '/') : null)

/**
 * What is written of this answer leaves when it ends: nothing in our data comes later than the rest, and its head and its body leave in one go.
 * The connection waits, not the answer: an answer that waits, of several pieces, sends its end before its last pieces (`OutgoingMessage.end` of
 * Node 24). One that the connection cannot hold leaves as it comes: who writes it, the compressor for one, waits until some of it has left.
 */
export function leaveAtOnce(res: ServerResponse) {
  const { socket } = res
  if (!socket) return
  socket.cork()
  const write = res.write.bind(res) as (...args: unknown[]) => boolean
  res.write = (...args: unknown[]) => {
    const hasRoom = write(...args)
    if (!hasRoom) socket.uncork()
    return hasRoom
  }
}

/** Whether this asks the data of a page, as the router does. */
export const asksData = ({ path }: Request): boolean => DATA.test(path)

/** Answers a page from all the routes, and data from those of its page alone: Remix looks for a route three times in each answer. */
export function handleRemix({ build, contextOf }: Remix): RequestHandler {
  const handlerOf = (routes: ServerBuild['routes']) =>
    createRequestHandler({
      build: { ...build, routes },
      mode: 'production',
      getLoadContext: contextOf,
    })
  const whole = handlerOf(build.routes)
  const find = branches(build.routes)
  const ofBranch = new Map<string, typeof whole>()
  const handlerOfPage = (page: string) => {
    const ids = find(page)
    const leaf = ids.at(-1)
    if (leaf === undefined) return whole
    const known = ofBranch.get(leaf)
    if (known) return known
    const made = handlerOf(Object.fromEntries(Object.entries(build.routes).filter(([id]) => ids.includes(id))))
    ofBranch.set(leaf, made)
    return made
  }
  return (req, res, next) => {
    const page = pageOf(req)
    void (page === null ? whole : handlerOfPage(page))(req, res, next)
  }
}
