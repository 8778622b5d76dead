import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { relanceGroupee } from '#queries/complement/relance-groupee'
import { PageError } from '#ui/kit/page-error'
import { RelanceGroupee } from '#ui/complement/relance-groupee'
import { lancerRelances } from '#usecases/complement/lancer-relances'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { searchParams, uuidParam } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Relances – MCEI' }]

export const loader = agentLoader('dossier.instruire', async ({ agent, params, request }) => {
  const { voir } = searchParams(request)
  const id = uuidParam('relance', params.id)
  return relanceGroupee(deps.db, agent, { id, voir: voir ?? null, now: deps.now() })
})

/** Sends the batch that was looked at. */
export const action = agentAction(async ({ agent, params }) => {
  const id = uuidParam('relance', params.id)
  const answer = await lancerRelances(deps, agent, id)
  return redirectWithToast(`/dossiers/relances/${id}`, {
    texte: answer.ok ? 'Les relances partent.' : 'Ces relances sont déjà lancées.',
    genre: answer.ok ? 'success' : 'info',
  })
})

export default function Relances() {
  return <RelanceGroupee {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
