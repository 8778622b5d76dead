import { z } from 'zod'
import { OBJETS_D_ABONNEMENT } from '#domain/nouvelle/abonnement'
import { estAverti } from '#queries/nouvelle/nouvelles'
import { etreAverti } from '#usecases/nouvelle/etre-averti'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const Params = z.object({
  objet: z.enum(OBJETS_D_ABONNEMENT).nullable().catch(null).default(null),
  id: z.uuid().nullable().catch(null).default(null),
})

/** Whether who is signed in is told of what others do there, read when the bell is opened. */
export const loader = agentLoader(
  { droit: 'dossier.lire', search: Params },
  async ({ agent, deps, search: { objet, id } }) => ({
    averti: objet !== null && id !== null && (await estAverti(deps.db, { objet, id }, agent.id)),
  }),
)

const AvertiForm = sansVersion(
  'It says a state that is the same said twice.',
  z.object({ objet: z.enum(OBJETS_D_ABONNEMENT), id: z.uuid(), voulu: z.stringbool() }),
)

/** To be told of what others do on a dossier or a fiche, or not; then the page it was asked from. */
export const action = agentAction({ form: AvertiForm }, async ({ agent, deps, form: { voulu, ...sujet }, retour }) => {
  await etreAverti(deps, agent, { sujet, voulu })
  const texte = voulu
    ? 'La cloche vous dira ce que d’autres font ici.'
    : 'La cloche ne vous dira plus ce que d’autres font ici.'
  return redirectWithToast(retour, { texte, genre: 'success' })
})
