import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { aNotifier, aReprendre } from '#queries/seance/page-seance'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { sansVersion } from '#web/vue'

const NotificationForm = sansVersion(
  'It opens a lot, which looks at each dossier again and shows what it would do before any yes.',
  z.object({ intent: z.enum(['notifier', 'reprendreNotification']) }),
)

/** Sets aside, as a lot, what a séance voted: to let its mails go, or to take back those that wait. */
export const action = agentAction(
  { params: { id: uuid('seance') }, form: NotificationForm, retour: ({ id }) => `/commissions/${id}` },
  async ({ agent, deps, params: { id }, form: { intent: acte }, refuser }) => {
    const dossierIds = acte === 'notifier' ? await aNotifier(deps.db, id) : await aReprendre(deps.db, id, deps.now())
    const answer = await preparerLot(deps, agent, { acte, champs: {}, dossierIds })
    if (answer.ok) return redirect(`/dossiers/lots/${answer.value.lotId}`)
    return refuser(acte === 'notifier' ? 'Tout est déjà notifié.' : 'Plus rien ne peut être repris.')
  },
)

export { agentRemonte as loader }
