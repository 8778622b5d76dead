import { z } from 'zod'
import { voirMention } from '#usecases/note/voir-mention'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const VueForm = sansVersion('It says a state that is the same said twice.', z.object({}))

/** Whoever a note names says they have seen it; then the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('note') }, form: VueForm },
  async ({ agent, deps, params, retour }) => {
    await voirMention(deps, agent, { noteId: params.id })
    return redirectWithToast(retour, { texte: 'Note vue.', genre: 'success' })
  },
)

export { agentRemonte as loader }
