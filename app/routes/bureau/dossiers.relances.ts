import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { preparerRelances } from '#usecases/complement/preparer-relances'
import { agentAction, agentRemonte } from '#web/agent-route'
import { estUuid } from '#web/params'
import { sansVersion } from '#web/vue'

const REFUS = {
  AUCUN_DOSSIER: 'Choisissez au moins un dossier à relancer.',
  TROP_DE_DOSSIERS: 'Relancez 500 dossiers au plus à la fois.',
} as const

const RelancesForm = sansVersion(
  'It makes a new batch, which is looked at before anything leaves.',
  z.object({ dossiers: z.array(z.string().default('')) }),
)

/** Sets aside the dossiers chosen in the bannette (`dossiers`, ids separated by commas), then shows what would leave. */
export const action = agentAction(
  { form: RelancesForm, retour: () => '/dossiers', refus: 'toast' },
  async ({ agent, deps, form, refuser }) => {
    const ids = form.dossiers.flatMap((lu) => lu.slice(0, 100_000).split(',')).filter(estUuid)
    const answer = await preparerRelances(deps, agent, ids)
    return answer.ok ? redirect(`/dossiers/relances/${answer.value.relanceId}`) : refuser(REFUS[answer.reason])
  },
)

export { agentRemonte as loader }
