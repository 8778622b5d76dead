import { z } from 'zod'
import { LIBELLE_REFUS_RAPPORT } from '#libelles/rapport'
import { redemanderRapport } from '#usecases/rapport/redemander-rapport'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const RedemandeForm = sansVersion('It makes a new rapport.', z.object({}))

/** Asks again for a rapport that failed, of the same things. */
export const action = agentAction(
  { params: { id: uuid('rapport') }, form: RedemandeForm },
  async ({ agent, deps, params, refuser }) => {
    const answer = await redemanderRapport(deps, agent, params.id)
    if (!answer.ok) return refuser(LIBELLE_REFUS_RAPPORT[answer.reason])
    return redirectWithToast('/rapports', { texte: 'Le rapport est redemandé. Il se prépare ici.', genre: 'success' })
  },
)

export { agentRemonte as loader }
