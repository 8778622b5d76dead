import { z } from 'zod'
import { FAITS_PRECISES } from '#domain/campagne/contexte'
import { LIBELLE_REFUS_EXIGENCES } from '#libelles/campagne/exigence'
import { preciserFait } from '#usecases/dossier/preciser-fait'
import { reappliquerExigences } from '#usecases/campagne/reappliquer-exigences'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const ExigencesForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('reappliquer'), version, vue: z.uuid() }),
  z.object({
    intent: z.literal('preciser'),
    version,
    fait: z.enum(FAITS_PRECISES),
    reponse: z.string().max(40).default(''),
  }),
])

const FAIT = {
  reappliquer: 'Le dossier suit maintenant la version en vigueur.',
  preciser: 'C’est noté\u00a0: les pièces demandées suivent.',
}

/** An officer asks of one dossier what its campagne asks today, or says what its form does not. A refusal is told beside the form. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: ExigencesForm },
  async ({ agent, deps, params: { dossier }, form: { intent, ...form }, refuser }) => {
    const vise = { dossierId: dossier.id, ...form }
    const answer =
      'fait' in vise ? await preciserFait(deps, agent, vise) : await reappliquerExigences(deps, agent, vise)
    if (!answer.ok) return refuser(LIBELLE_REFUS_EXIGENCES[answer.reason])
    return redirectWithToast(`${dossier.adresse}/pieces`, { texte: FAIT[intent], genre: 'success' })
  },
)

export { agentRemonte as loader }
