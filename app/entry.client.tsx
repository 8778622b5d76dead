import { CacheProvider } from '@emotion/react'
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { makeEmotionCache } from '#ui/kit/emotion'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <CacheProvider value={makeEmotionCache(nonce)}>
        <RemixBrowser />
      </CacheProvider>
    </StrictMode>,
  )
})
