import '#ui/kit/impression.css'
import '#ui/kit/police.css'
import '#ui/kit/theme.css'
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import InitColorSchemeScript from '@mui/material/InitColorSchemeScript'
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AvantHydratation, usePagePrete } from '#ui/kit/acte/avant-hydratation'
import { useNonce } from '#ui/kit/nonce'
import { PageError } from '#ui/kit/page-error/page-error'

export const meta: MetaFunction = () => [{ title: 'MCEI – Instruction des demandes' }]

/** The letters come with the page: they are there when it is first drawn. */
export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: latin, crossOrigin: 'anonymous' },
]

export function Layout({ children }: { children: ReactNode }) {
  usePagePrete()
  const nonce = useNonce()
  return (
    <html lang="fr" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <AvantHydratation />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        <meta name="emotion-insertion-point" content="" />
      </head>
      <body>
        <InitColorSchemeScript attribute="data-theme" nonce={nonce} />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export { PageError as ErrorBoundary }
