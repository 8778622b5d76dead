/// <reference types="vite/client" />
import '@remix-run/node'

declare module '@remix-run/node' {
  /** Loaders answer with what they return; dates and bigints cross the wire as themselves. */
  interface Future {
    v3_singleFetch: true
  }
}
