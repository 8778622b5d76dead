import { z } from 'zod'
import { ACTES_CAMPAGNE } from '#domain/campagne/vie-campagne'
import { LIBELLE_ACTE_CAMPAGNE, phraseRefusVie } from '#libelles/campagne/vie-campagne'
import { faireVivreCampagne } from '#usecases/campagne/faire-vivre-campagne'
import { agentAction, agentRemonte } from '#web/agent-route'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentRemonte

const VieForm = z.object({ acte: z.enum(ACTES_CAMPAGNE), version: z.coerce.number().int().min(0) })

/** Opens, closes or puts away a campagne. */
export const action = agentAction(
  { params: { code }, form: VieForm, retour: ({ code: la }) => `/administration/campagnes/${la}` },
  async ({ agent, deps, params, form, retour, refuser }) => {
    const answer = await faireVivreCampagne(deps, agent, { code: params.code, ...form })
    if (!answer.ok) return refuser(phraseRefusVie(answer.reason, answer.detail))
    return redirectWithToast(retour, { texte: LIBELLE_ACTE_CAMPAGNE[form.acte].fait, genre: 'success' })
  },
)
