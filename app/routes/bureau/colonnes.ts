import { z } from 'zod'
import { lireChoix } from '#domain/bannette/colonnes'
import { BANNETTES } from '#domain/bannette/vue-enregistree'
import { garderColonnes } from '#usecases/bannette/garder-colonnes'
import { agentAction, agentRemonte } from '#web/agent-route'
import { sansVersion } from '#web/vue'

const ColonnesForm = sansVersion(
  'A taste of one agent: the last said holds.',
  z.object({
    bannette: z.enum(BANNETTES, 'Cette bannette n’existe pas.'),
    choix: z
      .string()
      .max(4_000)
      .transform((texte, contexte) => {
        try {
          return lireChoix(JSON.parse(texte))
        } catch {
          contexte.addIssue({ code: 'custom', message: 'Ce choix ne se lit pas.' })
          return z.NEVER
        }
      }),
  }),
)

/** The columns an agent has just chosen, told beside the page. */
export const action = agentAction({ form: ColonnesForm }, async ({ agent, deps, form }) => {
  await garderColonnes(deps, agent, form)
  return new Response(null, { status: 204 })
})

export { agentRemonte as loader }
