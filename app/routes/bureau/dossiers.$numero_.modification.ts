import { z } from 'zod'
import { LIBELLE_REFUS_MODIFICATION } from '#libelles/deverrouillage'
import { accepterModification, ecarterModification } from '#usecases/deverrouillage/accepter-modification'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const ModificationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accepter'), version }),
  z.object({
    intent: z.literal('ecarter'),
    version,
    motif: z.string().max(2000, 'Raccourcissez\u00a0: 2000 caractères au plus.').default(''),
  }),
])

const FAIT = {
  accepter: 'Les modifications font maintenant partie du dossier.',
  ecarter: 'Les modifications sont écartées\u00a0: la version déposée reste, le journal garde les deux.',
}

/** An officer takes the changes of a demandeur, or sets them aside. A refusal is told beside the buttons. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: ModificationForm },
  async ({ agent, deps, params: { dossier }, form, refuser }) => {
    const vise = { dossierId: dossier.id, ...form }
    const answer =
      'motif' in vise ? await ecarterModification(deps, agent, vise) : await accepterModification(deps, agent, vise)
    if (!answer.ok) return refuser(LIBELLE_REFUS_MODIFICATION[answer.reason])
    return redirectWithToast(`${dossier.adresse}/deverrouillage`, {
      texte: FAIT[form.intent],
      genre: 'success',
      lien: { texte: 'Voir les pièces', vers: `${dossier.adresse}/pieces` },
    })
  },
)

export { agentRemonte as loader }
