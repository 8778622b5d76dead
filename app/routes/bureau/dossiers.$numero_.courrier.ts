import { z } from 'zod'
import { LIBELLE_REFUS_COURRIER } from '#libelles/notification-de-decision/notification-prouvee'
import { notifierParCourrier, reprendreCourrier } from '#usecases/dossier/notifier-par-courrier'
import { agentAction, agentRemonte } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const CourrierForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('notifier'),
    version,
    le: jourDuForm('Donnez le jour de la notification.'),
    recommande: z.string().default(''),
  }),
  z.object({ intent: z.literal('reprendre'), version }),
])

/** Says that the decision on a dossier was notified by post, or takes that back; then the page it was asked from. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: CourrierForm, retour: ({ dossier }) => `${dossier.adresse}/decision` },
  async ({ agent, deps, params: { dossier }, form, retour, refuser }) => {
    const vise = { dossierId: dossier.id, version: form.version }
    if (form.intent === 'reprendre') {
      const answer = await reprendreCourrier(deps, agent, vise)
      if (!answer.ok) return refuser(LIBELLE_REFUS_COURRIER[answer.reason])
      return redirectWithToast(retour, { texte: 'Notification par courrier reprise.', genre: 'success' })
    }
    const answer = await notifierParCourrier(deps, agent, { ...vise, le: form.le, recommande: form.recommande })
    if (answer.ok) return redirectWithToast(retour, { texte: 'Décision notifiée par courrier.', genre: 'success' })
    return refuser(
      LIBELLE_REFUS_COURRIER[answer.reason],
      answer.reason === 'RECOMMANDE_TROP_LONG' ? 'recommande' : 'le',
    )
  },
)

export { agentRemonte as loader }
