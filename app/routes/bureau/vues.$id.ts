import { z } from 'zod'
import { retirerVue } from '#usecases/bannette/retirer-vue'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const RetraitForm = z.object({ version: z.coerce.number().int().min(0) })

/** Takes away a view that was kept under a name. */
export const action = agentAction(
  { params: { id: uuid('vue') }, form: RetraitForm, retour: () => '/dossiers', refus: 'toast' },
  async ({ agent, deps, params, form: { version }, retour }) => {
    const { nom } = await retirerVue(deps, agent, { id: params.id, version })
    return redirectWithToast(retour, { texte: `Vue «\u00a0${nom}\u00a0» retirée.`, genre: 'success' })
  },
)

export { agentRemonte as loader }
