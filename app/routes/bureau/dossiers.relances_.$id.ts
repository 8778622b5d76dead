import { redirect } from '@remix-run/node'
import { agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

/** The address that reminders of many dossiers had: they are lots. */
export const loader = agentLoader({ droit: 'dossier.lire', params: { id: uuid('lot') } }, ({ params: { id } }) =>
  redirect(`/dossiers/lots/${id}`),
)
