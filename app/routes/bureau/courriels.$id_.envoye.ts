import { z } from 'zod'
import { tenirPourEnvoye } from '#usecases/courriel/tenir-pour-envoye'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const EnvoyeForm = z.object({ version: z.coerce.number().int().min(0) })

/** A courriel whose end nobody knew has arrived; then the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('courriel') }, form: EnvoyeForm, retour: ({ id }) => `/courriels/${id}`, refus: 'toast' },
  async ({ agent, deps, params, form: { version }, retour, refuser }) => {
    const answer = await tenirPourEnvoye(deps, agent, { courrielId: params.id, version })
    if (!answer.ok) return refuser('On sait déjà ce qu’est devenu ce courriel.')
    return redirectWithToast(retour, { texte: 'Le courriel est tenu pour envoyé.', genre: 'success' })
  },
)

export { agentRemonte as loader }
