import { z } from 'zod'
import { LIBELLE_REFUS_RETENUE } from '#libelles/courriel/courriel'
import { abandonnerCourriel } from '#usecases/courriel/abandonner-courriel'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const RetenuForm = z.object({
  intent: z.enum(['envoyer', 'abandonner']),
  version: z.coerce.number().int().min(0),
})

const ACTE = { envoyer: envoyerCourrielRetenu, abandonner: abandonnerCourriel } as const
const FAIT = {
  envoyer: 'Le courriel part maintenant.',
  abandonner: 'Le courriel est abandonné\u00a0: il ne partira pas.',
}

/** A held courriel is sent all the same, or given up; then the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('courriel') }, form: RetenuForm, retour: ({ id }) => `/courriels/${id}`, refus: 'toast' },
  async ({ agent, deps, params, form: { intent, version }, retour, refuser }) => {
    const answer = await ACTE[intent](deps, agent, { courrielId: params.id, version })
    if (!answer.ok) return refuser(LIBELLE_REFUS_RETENUE[answer.reason])
    return redirectWithToast(retour, { texte: FAIT[intent], genre: 'success' })
  },
)

export { agentRemonte as loader }
