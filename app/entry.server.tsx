import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { CacheProvider } from '@emotion/react'
import createEmotionServer from '@emotion/server/create-instance'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { makeEmotionCache } from '#ui/kit/emotion'
import { NonceProvider } from '#ui/kit/nonce'

const STYLES_HERE = '<meta name="emotion-insertion-point" content=""/>'

/** The whole page, its styles in the head under the request's nonce: nothing flashes and nothing inline runs without it. */
export default async function handleRequest(...args: [Request, number, Headers, EntryContext, AppLoadContext]) {
  const [request, httpStatus, headers, remixContext, loadContext] = args
  const nonce = typeof loadContext.cspNonce === 'string' ? loadContext.cspNonce : ''
  const cache = makeEmotionCache(nonce)
  const { extractCriticalToChunks, constructStyleTagsFromChunks } = createEmotionServer(cache)
  const page = await new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <CacheProvider value={cache}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </CacheProvider>
      </NonceProvider>,
      {
        nonce,
        onAllReady: () => void text(pipe(new PassThrough())).then(resolve, reject),
        onShellError: reject,
      },
    )
  })
  const styles = constructStyleTagsFromChunks(extractCriticalToChunks(page))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Cache-Control', 'private, no-store')
  return new Response(page.replace(STYLES_HERE, `${STYLES_HERE}${styles}`), { status: httpStatus, headers })
}
