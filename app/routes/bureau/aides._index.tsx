import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { aidesDemandees } from '#queries/demandeur/aides'
import { AidesDemandees } from '#ui/demandeur/aides-demandees'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Aides demandées – MCEI' }]

export const loader = agentLoader({ droit: 'dossier.instruire' }, async ({ agent, deps, now }) => ({
  aides: await aidesDemandees(deps.db, agent, now),
}))

export default function Aides() {
  return (
    <>
      <PageHeader
        titre="Aides demandées"
        sousTitre="Des structures vous laissent voir une demande qu’elles n’ont pas encore déposée."
      />
      <AidesDemandees {...useLoaderData<typeof loader>()} />
    </>
  )
}

export { PageError as ErrorBoundary }
