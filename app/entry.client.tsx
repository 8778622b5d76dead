import { CacheProvider } from '@emotion/react'
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { ErrorKind } from '#ui/kit/page-error/browser-error'
import { makeEmotionCache } from '#ui/kit/emotion'
import { surveillerLesRequetes } from '#ui/kit/reprise/reprise'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** What tells comes with the first error only. */
const tell = (kind: ErrorKind, error: unknown) =>
  void import('#ui/kit/page-error/browser-error').then(
    ({ tellBrowserError }) => tellBrowserError(kind, error),
    () => undefined,
  )

// A page left before its answer was read to the end: the stream's promise is refused and nobody holds it. Nothing failed, nothing is to be said.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
  else tell('PROMISE', event.reason)
})
window.addEventListener('error', ({ error }) => tell('EVENT', error))

surveillerLesRequetes()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <CacheProvider value={makeEmotionCache(nonce)}>
        <RemixBrowser />
      </CacheProvider>
    </StrictMode>,
    { onRecoverableError: (error) => tell('HYDRATION', error) },
  )
})
