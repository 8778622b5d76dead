import { z } from 'zod'
import { LIBELLE_REFUS_REPRISE } from '#libelles/dossier/dossier'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const RepriseForm = z.object({ version: z.coerce.number().int().min(0) })

/** Takes the decision back while its mail has not left; then the page it was asked from. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: RepriseForm, retour: ({ dossier }) => dossier.adresse, refus: 'toast' },
  async ({ agent, deps, params: { dossier }, form: { version }, retour, refuser }) => {
    const answer = await reprendreDecision(deps, agent, { dossierId: dossier.id, version })
    if (!answer.ok) return refuser(LIBELLE_REFUS_REPRISE[answer.reason])
    return redirectWithToast(retour, {
      texte: `Décision reprise\u00a0: aucun courriel ne partira, et le dossier est de nouveau «\u00a0${LIBELLE_ETAT[answer.value.apres]}\u00a0».`,
      genre: 'success',
    })
  },
)

export { agentRemonte as loader }
