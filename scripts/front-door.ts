/**
 * What every request passes before Remix: it bears the address that people typed, comes from our own pages if it changes anything, holds
 * nothing that no database can keep, and its answer stays with who asked.
 */
import type { Request, RequestHandler, Response } from 'express'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** A sentence on a page of its own: the frame of the application was not reached. */
const refuse = (res: Response, status: number, phrase: string) =>
  void res.status(status).type('text/plain').send(phrase)

/** Each NUL taken away may bring the halves of another together, as in `%%0000`: none is left. */
function withoutNul(address: string): string {
  let clean = address
  while (clean.includes('%00')) clean = clean.replaceAll('%00', '')
  return clean
}

/** The host of an Origin; null for what is none, as the `null` of a page without an address. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null)

const pathOf = (address: string) => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

/** Says the protocol, whatever the connection and the headers do: express reads both when it is asked. */
const sayProtocol = (req: Request, protocol: string) => Object.defineProperty(req, 'protocol', { value: protocol })

/**
 * Remix compares the Origin of a form with the Host it reads, and builds addresses from it. With a `publicUrl`, a proxy may have rewritten
 * Host: host and protocol are then those of `publicUrl`, and a form may come from there or from the Host that was asked, which the headers
 * then no longer name. X-Forwarded-Host is nobody's word: it is dropped. A form from any other page is refused (403), and an address that
 * is none (400).
 */
export function frontDoor(publicUrl: string | undefined): RequestHandler {
  const ours = publicUrl ? new URL(publicUrl) : null
  return (req, res, next) => {
    const asked = req.headers.host ?? ''
    delete req.headers['x-forwarded-host']
    req.url = withoutNul(req.url)
    req.originalUrl = withoutNul(req.originalUrl)
    if (ours) {
      req.headers.host = ours.host
      sayProtocol(req, ours.protocol.slice(0, -1))
    }
    const { origin, referer } = req.headers
    const here = `${req.protocol}://${req.headers.host ?? ''}`
    if (!req.originalUrl.startsWith('/') || !URL.canParse(here + req.originalUrl))
      return refuse(res, 400, 'Cette adresse n’existe pas.')
    if (origin !== undefined && !SAFE.includes(req.method)) {
      const host = hostOf(origin)
      if (host === null || ![ours?.host, asked].includes(host))
        return refuse(
          res,
          403,
          'Ce formulaire vient d’une autre adresse que la nôtre\u00a0: ouvrez l’application et recommencez.',
        )
      req.headers.origin = here
    }
    if (referer !== undefined && hostOf(referer) === asked) req.headers.referer = here + pathOf(referer)
    next()
  }
}

/** What nobody said how to keep is kept by nobody: an answer is of who asked for it. */
export const privateAnswers: RequestHandler = (_req, res, next) => {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => typeof res
  res.writeHead = ((...args: unknown[]) => {
    if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'private, no-store')
    return writeHead(...args)
  }) as typeof res.writeHead
  next()
}
