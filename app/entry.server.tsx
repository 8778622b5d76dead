import { Writable } from 'node:stream'
import { CacheProvider } from '@emotion/react'
import createEmotionServer from '@emotion/server/create-instance'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { makeEmotionCache } from '#ui/kit/emotion'
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
    const { pipe } = renderToPipeableStream(page, { nonce, onAllReady: () => pipe(sink), onShellError: reject })
  })

/** The whole page, its styles in the head under the request's nonce: nothing flashes and nothing inline runs without it. */
export default async function handleRequest(...args: [Request, number, Headers, EntryContext, AppLoadContext]) {
  const [request, httpStatus, headers, remixContext, loadContext] = args
  const nonce = typeof loadContext.cspNonce === 'string' ? loadContext.cspNonce : ''
  const known = styles
  const page = await render(
    <NonceProvider value={nonce}>
      <CacheProvider value={known.cache}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </CacheProvider>
    </NonceProvider>,
    nonce,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Cache-Control', 'private, no-store')
  return new Response(
    page.replace(STYLES_HERE, () => STYLES_HERE + stylesOf(page, nonce, known)),
    {
      status: httpStatus,
      headers,
    },
  )
}
