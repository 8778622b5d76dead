import { z } from 'zod'
import { LIBELLE_REFUS_CHANGEMENT } from '#libelles/dossier/campagne-du-dossier'
import { changerDeCampagne } from '#usecases/dossier/changer-campagne'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const Form = z.object({
  version: z.coerce.number().int().min(0),
  code: z.string().max(40).default(''),
  motif: z.string().max(1000).default(''),
})

/** An officer moves a dossier to another campagne. A refusal is told beside the form. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: Form },
  async ({ agent, deps, params: { dossier }, form, refuser }) => {
    const answer = await changerDeCampagne(deps, agent, { dossierId: dossier.id, ...form })
    if (!answer.ok) return refuser(LIBELLE_REFUS_CHANGEMENT[answer.reason])
    const texte = `Le dossier est maintenant de la campagne ${answer.value.code}.`
    return redirectWithToast(dossier.adresse, { texte, genre: 'success' })
  },
)

export { agentRemonte as loader }
