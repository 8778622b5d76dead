import { z } from 'zod'
import { finirAbsence } from '#usecases/absence/dire-absence'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const FinForm = z.object({ version: z.coerce.number().int().min(0) })

/** Ends an absence, or gives it up before it begins. */
export const action = agentAction(
  { params: { id: uuid('absence') }, form: FinForm, retour: () => '/absences' },
  async ({ agent, deps, params, form: { version }, retour, refuser }) => {
    const answer = await finirAbsence(deps, agent, { absenceId: params.id, version })
    if (!answer.ok) return refuser('Cette absence est déjà finie.')
    return redirectWithToast(retour, { texte: 'L’absence est finie.', genre: 'success' })
  },
)

export { agentRemonte as loader }
