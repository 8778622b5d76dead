import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { relanceGroupee } from '#queries/complement/relance-groupee'
import { PageError } from '#ui/kit/page-error'
import { RelanceGroupee } from '#ui/complement/relance-groupee'
import { lancerRelances } from '#usecases/complement/lancer-relances'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Relances – MCEI' }]

export const loader = agentLoader(
  {
    droit: 'dossier.instruire',
    params: { id: uuid('relance') },
    search: z.object({ voir: z.string().nullable().default(null) }),
  },
  ({ agent, deps, now, params: { id }, search: { voir } }) => relanceGroupee(deps.db, agent, { id, voir, now }),
)

const LancerForm = sansVersion('A batch is prepared once and sent once: its id is what was looked at.', z.object({}))

/** Sends the batch that was looked at. */
export const action = agentAction(
  { params: { id: uuid('relance') }, form: LancerForm },
  async ({ agent, deps, params: { id } }) => {
    const answer = await lancerRelances(deps, agent, id)
    return redirectWithToast(`/dossiers/relances/${id}`, {
      texte: answer.ok ? 'Les relances partent.' : 'Ces relances sont déjà lancées.',
      genre: answer.ok ? 'success' : 'info',
    })
  },
)

export default function Relances() {
  return <RelanceGroupee {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
