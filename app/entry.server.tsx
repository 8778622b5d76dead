import { createHash, randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { CacheProvider } from '@emotion/react'
import createEmotionServer from '@emotion/server/create-instance'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { logger } from '#infra/logger'
import { memoireDesPages } from '#infra/memoires'
import { makeEmotionCache } from '#ui/kit/habillage/emotion'
import { NonceProvider } from '#ui/kit/nonce'

const STYLES_HERE = '<meta name="emotion-insertion-point" content=""/>'

/** Styles known at once: far more than the screens have together, so that only values that vary without end reach it. */
const STYLES_MAX = 3_000

const makeStyles = () => {
  const cache = makeEmotionCache('')
  return { cache, ...createEmotionServer(cache) }
}

/** What the pages wrote so far: a style is made once, not once per request. A page takes from it what it names. */
let styles = makeStyles()

/** The tags of what this page names, under its own nonce. */
function stylesOf(page: string, nonce: string, { cache, extractCriticalToChunks }: typeof styles): string {
  const tags = extractCriticalToChunks(page).styles.map(
    ({ key, ids, css }) => `<style data-emotion="${key} ${ids.join(' ')}" nonce="${nonce}">${css}</style>`,
  )
  if (cache === styles.cache && Object.keys(cache.inserted).length > STYLES_MAX) styles = makeStyles()
  return tags.join('')
}

/** The whole page as text, once nothing in it waits any more. */
const render = (page: ReactElement, nonce: string) =>
  new Promise<string>((resolve, reject) => {
    const parts: Uint8Array[] = []
    const sink = new Writable({
      write(part: Uint8Array, _encoding, next) {
        parts.push(part)
        next()
      },
      final(done) {
        resolve(Buffer.concat(parts).toString())
        done()
      },
    })
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(sink),
      onShellError: reject,
      onError: (err) => logger.error({ err }, 'a part of a page could not be drawn'),
    })
  })

/** Stands for the nonce while a page is drawn. Nobody who writes in a page can know it. */
const NONCE = randomUUID()

/** The page around each place of its nonce, its styles in the head: nothing flashes and nothing inline runs without it. */
async function draw(remixContext: EntryContext, url: string): Promise<readonly Buffer[]> {
  const known = styles
  const page = await render(
    <NonceProvider value={NONCE}>
      <CacheProvider value={known.cache}>
        <RemixServer context={remixContext} url={url} nonce={NONCE} />
      </CacheProvider>
    </NonceProvider>,
    NONCE,
  )
  return page
    .replace(STYLES_HERE, () => STYLES_HERE + stylesOf(page, NONCE, known))
    .split(NONCE)
    .map((part) => Buffer.from(part))
}

/**
 * A page is worked out from its address and from what its loaders answered, and from nothing else: drawn from the same ones lately, it is
 * given again under the nonce of this request. Its answers are read whole first: nothing in our data comes later than the rest.
 */
async function pageOf(remixContext: EntryContext, { method, url }: Request, httpStatus: number) {
  const { serverHandoffStream: stream } = remixContext
  if (!stream || method !== 'GET' || httpStatus !== 200) return draw(remixContext, url)
  const answers = await new Response(stream).text()
  const key = createHash('sha256').update(url).update('\0').update(answers).digest('base64')
  return memoireDesPages(key, new Date(), () => {
    const { body } = new Response(answers)
    return draw({ ...remixContext, ...(body && { serverHandoffStream: body }) }, url)
  })
}

export default async function handleRequest(...args: [Request, number, Headers, EntryContext, AppLoadContext]) {
  const [request, httpStatus, headers, remixContext, loadContext] = args
  const nonce = Buffer.from(typeof loadContext.cspNonce === 'string' ? loadContext.cspNonce : '')
  const page = await pageOf(remixContext, request, httpStatus)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Cache-Control', 'private, no-store')
  return new Response(Buffer.concat(page.flatMap((part, i) => (i === 0 ? [part] : [nonce, part]))), {
    status: httpStatus,
    headers,
  })
}

/** What broke a loader, an action or a page is said in the log, where no line names a person; Remix would print it as it is. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return
  const err: unknown = isRouteErrorResponse(error) ? 'error' in error && error.error : error
  if (err) logger.error({ err }, 'unexpected')
}
