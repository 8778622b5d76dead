import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { CadreExtranet } from '#ui/extranet/cadre-extranet'
import { PageError } from '#ui/kit/page-error/page-error'
import { visiteurLoader } from '#web/visiteur-route'

/** The frame of the extranet: who is signed in, where somebody is. Each page guards itself. */
export const loader = visiteurLoader({}, async ({ visite }) => ({ demandeur: await visite() }))

export { shouldRevalidate } from '#ui/kit/reprise/apres-un-echec'

export default function Cadre() {
  return (
    <CadreExtranet {...useLoaderData<typeof loader>()}>
      <Outlet />
    </CadreExtranet>
  )
}

/** What no page caught is said inside the frame all the same. */
export function ErrorBoundary() {
  const cadre = useRouteLoaderData<typeof loader>('routes/extranet/_cadre')
  return (
    <CadreExtranet demandeur={cadre?.demandeur ?? null}>
      <PageError />
    </CadreExtranet>
  )
}
