import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { tellError } from '#ui/kit/page-error/tell-error'
import { surveillerLesRequetes } from '#ui/kit/reprise/reprise'

// A page left before its answer was read to the end: the stream's promise is refused and nobody holds it. Nothing failed, nothing is to be said.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
  else tellError('PROMISE', event.reason)
})
window.addEventListener('error', ({ error }) => tellError('EVENT', error))

surveillerLesRequetes()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
    { onRecoverableError: (error) => tellError('HYDRATION', error) },
  )
})
