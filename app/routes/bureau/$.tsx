import { data } from '@remix-run/node'
import { PageError } from '#ui/kit/page-error/page-error'
import { agentLoader } from '#web/agent-route'

/** Any address that leads nowhere: said inside the frame, so that an officer goes on from there. */
export const loader = agentLoader({ droit: 'dossier.lire' }, () => {
  throw data(null, { status: 404 })
})

export default function Introuvable() {
  return null
}

export { PageError as ErrorBoundary }
