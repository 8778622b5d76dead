import { z } from 'zod'
import { reglerNonRemise } from '#usecases/courriel/regler-non-remise'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const RetourForm = z.object({ version: z.coerce.number().int().min(0) })

/** A mail that came back was dealt with: its address may be written to again; then the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('courriel') }, form: RetourForm, retour: ({ id }) => `/courriels/${id}`, refus: 'toast' },
  async ({ agent, deps, params, form: { version }, retour, refuser }) => {
    const answer = await reglerNonRemise(deps, agent, { courrielId: params.id, version })
    if (!answer.ok) return refuser('Ce retour est déjà réglé.')
    return redirectWithToast(retour, {
      texte: 'C’est noté\u00a0: cette adresse peut de nouveau recevoir.',
      genre: 'success',
    })
  },
)

export { agentRemonte as loader }
