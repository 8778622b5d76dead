import { z } from 'zod'
import { reglerResume } from '#usecases/nouvelle/regler-resume'
import { agentAction, agentRemonte } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const ResumeForm = sansVersion('It says a state that is the same said twice.', z.object({ voulu: z.stringbool() }))

/** The mail of each working morning is asked for, or is no more. */
export const action = agentAction(
  { form: ResumeForm, retour: () => '/compte' },
  async ({ agent, deps, form, retour }) => {
    await reglerResume(deps, agent, form)
    const texte = form.voulu
      ? 'Vous recevrez le résumé les jours ouvrés à 7\u00a0h\u00a030, quand il y a quelque chose.'
      : 'Vous ne recevrez plus le résumé du matin.'
    return redirectWithToast(retour, { texte, genre: 'success' })
  },
)

export { agentRemonte as loader }
