import { data } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { cadre } from '#queries/cadre/cadre'
import { Shell } from '#ui/cadre/shell'
import { PageError } from '#ui/kit/page-error'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { takeToast } from '#web/toast'

/** The frame of the officers' pages: who is signed in, what waits, and the word on what was just done. Each page guards itself. */
export const loader = agentLoader('dossier.lire', async ({ agent, request }) => {
  const [compteurs, { toast, header }] = await Promise.all([cadre(deps.db), takeToast(request)])
  return data({ agent, compteurs, toast }, header ? { headers: { 'Set-Cookie': header } } : undefined)
})

export default function Cadre() {
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  )
}

export { PageError as ErrorBoundary }
