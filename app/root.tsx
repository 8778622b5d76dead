import '@fontsource-variable/source-sans-3'
import { CssBaseline } from '@mui/material'
import InitColorSchemeScript from '@mui/material/InitColorSchemeScript'
import { ThemeProvider } from '@mui/material/styles'
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { cadre } from '#queries/cadre/cadre'
import { useNonce } from '#ui/kit/nonce'
import { PageError } from '#ui/kit/page-error'
import { Shell } from '#ui/cadre/shell'
import { theme } from '#ui/kit/theme'
import { deps } from '#web/deps'
import { findAgent } from '#web/session'
import { takeToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'MCEI – Instruction des demandes' }]

/** The frame of the signed-in agent; nothing for anybody else. Each page guards itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [agent, { toast, header }] = await Promise.all([findAgent(request), takeToast(request)])
  const compteurs = agent ? await cadre(deps.db) : null
  return data({ agent, compteurs, toast }, header ? { headers: { 'Set-Cookie': header } } : undefined)
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const frame = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="fr" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        <meta name="emotion-insertion-point" content="" />
      </head>
      <body>
        <InitColorSchemeScript attribute="data-theme" nonce={nonce} />
        <ThemeProvider theme={theme} defaultMode="system">
          <CssBaseline />
          {frame?.agent && frame.compteurs ? (
            <Shell agent={frame.agent} compteurs={frame.compteurs} toast={frame.toast}>
              {children}
            </Shell>
          ) : (
            children
          )}
        </ThemeProvider>
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
