import { data } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { cadre } from '#queries/cadre/cadre'
import { Shell } from '#ui/cadre/shell'
import { Habillage } from '#ui/kit/habillage/habillage'
import { PageError } from '#ui/kit/page-error/page-error'
import { agentLoader } from '#web/agent-route'
import { takeToast } from '#web/toast'

/** The frame of the officers' pages: who is signed in, what waits, and the word on what was just done. Each page guards itself. */
export const loader = agentLoader({ droit: 'dossier.lire' }, async ({ agent, deps, headers, now }) => {
  const [compteurs, { toast, header }] = await Promise.all([cadre(deps.db, now, agent.id), takeToast(headers)])
  return data({ agent, compteurs, toast }, header ? { headers: { 'Set-Cookie': header } } : undefined)
})

export default function Cadre() {
  return (
    <Habillage>
      <Shell {...useLoaderData<typeof loader>()}>
        <Outlet />
      </Shell>
    </Habillage>
  )
}

/** What no page caught is said inside the frame all the same, when there is one. */
export function ErrorBoundary() {
  const cadre = useRouteLoaderData<typeof loader>('routes/bureau/_cadre')
  if (!cadre) return <PageError />
  return (
    <Habillage>
      <Shell {...cadre}>
        <PageError />
      </Shell>
    </Habillage>
  )
}
