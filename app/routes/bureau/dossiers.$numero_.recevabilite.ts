import { z } from 'zod'
import { LIBELLE_REFUS_EXAMEN } from '#libelles/dossier/recevabilite'
import { reprendreRecevabilite, verifierRecevabilite } from '#usecases/dossier/verifier-recevabilite'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const RecevabiliteForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('recevable'), version }),
  z.object({
    intent: z.literal('passerOutre'),
    version,
    motif: z.string().max(1000, 'Raccourcissez\u00a0: 1000 caractères au plus.').default(''),
  }),
  z.object({ intent: z.literal('reprendre'), version }),
])

const FAIT = {
  recevable: 'La demande est recevable\u00a0: c’est noté.',
  passerOutre: 'Vous passez outre ce qui est signalé.',
  reprendre: 'La recevabilité est de nouveau à vérifier.',
}

/** The answers of an officer to what is signalled; a refusal is told beside the form, which keeps what was typed. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: RecevabiliteForm, retour: ({ dossier }) => dossier.adresse },
  async ({ agent, deps, params: { dossier }, form, retour, refuser }) => {
    const vise = { dossierId: dossier.id, version: form.version }
    const answer =
      form.intent === 'reprendre'
        ? await reprendreRecevabilite(deps, agent, vise)
        : await verifierRecevabilite(
            deps,
            agent,
            form.intent === 'recevable'
              ? { ...vise, verdict: 'RECEVABLE', motif: '' }
              : { ...vise, verdict: 'PASSER_OUTRE', motif: form.motif },
          )
    if (!answer.ok) return refuser(LIBELLE_REFUS_EXAMEN[answer.reason])
    return redirectWithToast(retour, { texte: FAIT[form.intent], genre: 'success' })
  },
)

export { agentRemonte as loader }
