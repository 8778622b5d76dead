/** The web process: files built once for ever, everything else to Remix, strict headers on all. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Handler } from 'express'
import helmet from 'helmet'
import { getEnv, PROJECT_DIR } from '#infra/env'
import { logger, sayLastWords } from '#infra/logger'
import { frontDoor, privateAnswers } from './front-door.ts'
import { asksData, handleRemix, leaveAtOnce } from './handle-remix.ts'

const MAX_FORM_BYTES = 2 * 1024 * 1024
const UPLOAD_TIME_MS = 30 * 60_000
const GRACE_MS = 5_000
/** A connection that asks nothing more is kept longer than a proxy or a browser keeps its own, 60 s: closed first by us, what it sends just then is lost. */
const IDLE_MS = 75_000

const env = getEnv()
const isHttps = env.PUBLIC_URL?.startsWith('https:') ?? false

/** Where a form of ours may lead besides here: its answer sends to the provider of identity, and a browser holds that against the policy of the page. */
const formsLeadTo = env.PROCONNECT_ISSUER ? [new URL(env.PROCONNECT_ISSUER).origin] : []

/** What a page may load and run. MUI writes `style` attributes; its style sheets and every script carry the nonce. */
const policyWith = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action ${["'self'", ...formsLeadTo].join(' ')}`,
    `frame-ancestors 'self'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** Draws the nonce of a request and sends the policy, unless the answer brought a stricter one of its own. */
const contentSecurityPolicy: Handler = (_req, res, next) => {
  const nonce = randomBytes(16).toString('base64url')
  res.locals.cspNonce = nonce
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => typeof res
  res.writeHead = ((...args: unknown[]) => {
    if (!res.hasHeader('Content-Security-Policy')) res.setHeader('Content-Security-Policy', policyWith(nonce))
    return writeHead(...args)
  }) as typeof res.writeHead
  next()
}

/** Where files are taken, and read as streams: imports, the pièces of a demande of the extranet, and what is asked of one that is deposited. */
const TAKES_FILES =
  /^\/(importer(\/|\.|$)|extranet\/(demandes\/[\da-f-]{36}\/pieces|dossiers\/[\da-f-]{36}\/complements)(\.data)?$)/

/** Where they come piece by piece. */
const TAKES_PIECES = /^\/extranet\/televersements\/[\da-f-]{36}$/

const takesFiles = (req: express.Request): boolean =>
  Boolean(TAKES_FILES.test(req.path) && req.is('multipart/form-data')) ||
  Boolean(req.method === 'PATCH' && TAKES_PIECES.test(req.path) && req.is('application/offset+octet-stream'))

/** Refuses a form too large to be one before it is read into memory, but where files are taken. */
const limitForms: Handler = (req, res, next) => {
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  if (!hasBody || takesFiles(req)) return next()
  const length = req.headers['content-length']
  if (length === undefined && req.headers['transfer-encoding'])
    return void res.status(411).type('text/plain').send('Longueur du formulaire attendue.')
  if (Number(length ?? 0) > MAX_FORM_BYTES)
    return void res.status(413).type('text/plain').send('Ce formulaire est trop volumineux.')
  next()
}

/** What broke before Remix could answer, an address that cannot be decoded for one: Express would print it as it is. */
const sayError: ErrorRequestHandler = (err: Error & { status?: number }, _req, res, _next) => {
  const status = err.status ?? 500
  if (status >= 500) logger.error({ err }, 'unexpected')
  if (res.headersSent) return void res.destroy()
  if (status >= 500) return void res.status(500).type('text/plain').send('L’application n’a pas pu répondre.')
  res.status(status).type('text/plain').send('Cette adresse n’existe pas.')
}

sayLastWords()

const build = (await import(path.join(PROJECT_DIR, 'build/server/index.js'))) as ServerBuild
const client = path.join(PROJECT_DIR, 'build/client')

const app = express()
app.disable('x-powered-by')
// Before anything of it is read or waited for: what was sent before a deadline is in, however long its turn took to come.
app.use((_req, res, next) => {
  res.locals.arriveeLe = new Date()
  next()
})
// Who may say who the visitor is: nobody, where no address of ours is public and nothing is set.
if (env.TRUST_PROXY) app.set('trust proxy', env.TRUST_PROXY)
else if (env.PUBLIC_URL) app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal'])
app.use(
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
  }),
)
app.use((_req, res, next) => {
  res.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  next()
})
app.use(contentSecurityPolicy)
// Before the compressor, which waits for the connection to have room.
app.use((req, res, next) => {
  if (asksData(req)) leaveAtOnce(res)
  next()
})
// A live progress stream must leave as it is written, not when a compressor's buffer is full.
app.use(
  compression({
    filter: (req, res) =>
      !String(res.getHeader('Content-Type')).startsWith('text/event-stream') && compression.filter(req, res),
  }),
)
app.use('/assets', express.static(path.join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }))
app.use('/assets', (_req, res) => void res.status(404).end())
// A page or its data is no file: the disk is asked only for what stands at the root of the client with an ending of its own.
const rootFiles = express.static(client, { maxAge: '1h', index: false })
const ROOT_FILE = /^\/[\w-]+\.(?!data$)\w+$/
app.use((req, res, next) => {
  if (ROOT_FILE.test(req.path)) rootFiles(req, res, next)
  else next()
})
app.use(privateAnswers)
app.use(frontDoor(env.PUBLIC_URL))
app.use(limitForms)
app.all(
  '*',
  handleRemix({
    build,
    contextOf: (req, res) => ({
      cspNonce: String(res.locals.cspNonce),
      ip: req.ip,
      arriveeLe: res.locals.arriveeLe as unknown,
      enAttente: () => (res.destroyed ? Infinity : res.writableLength),
      // The signal of a request is held by nobody once the request is, and then aborts no more.
      partie: () => {
        const fin = new AbortController()
        res.once('close', () => fin.abort())
        return fin.signal
      },
    }),
  }),
)

app.use(sayError)

const server = app.listen({ port: env.PORT, host: env.HOST })
server.requestTimeout = UPLOAD_TIME_MS
server.keepAliveTimeout = IDLE_MS
server.once('error', (error) => {
  logger.fatal({ err: error }, `the port ${env.PORT} cannot be opened`)
  process.exit(1)
})

/** Answers what has been asked, takes nothing new, then ends; a live stream is cut after a while. */
function stop() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
