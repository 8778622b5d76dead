import { z } from 'zod'
import { LIBELLE_REFUS_REESSAI } from '#libelles/courriel/echec-envoi'
import { reessayerEnvois } from '#usecases/courriel/reessayer-envois'
import { agentAction, agentRemonte } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'

const ReessaiForm = z.object({ version: z.coerce.number().int().min(0) })

/** The sending is suspended: one mail is tried now, and the others follow it. */
export const action = agentAction(
  { form: ReessaiForm, refus: 'toast' },
  async ({ agent, deps, form: { version }, retour, refuser }) => {
    const answer = await reessayerEnvois(deps, agent, { version })
    if (!answer.ok) return refuser(LIBELLE_REFUS_REESSAI[answer.reason])
    return redirectWithToast(retour, {
      texte: 'Un courriel est essayé maintenant\u00a0: s’il part, les autres le suivent.',
      genre: 'success',
    })
  },
)

export { agentRemonte as loader }
