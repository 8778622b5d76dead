import { z } from 'zod'
import { LIBELLE_REFUS_LETTRE_SIGNEE } from '#libelles/dossier/lettre-signee'
import { retirerLettreSignee } from '#usecases/dossier/deposer-lettre-signee'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const RetraitForm = z.object({ version: z.coerce.number().int().min(0) })

/** Takes away the signed letter of a decision: the drawn one is given again. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: RetraitForm, retour: ({ dossier }) => `${dossier.adresse}/decision` },
  async ({ agent, deps, params: { dossier }, form: { version }, retour, refuser }) => {
    const answer = await retirerLettreSignee(deps, agent, { dossierId: dossier.id, version })
    if (!answer.ok) return refuser(LIBELLE_REFUS_LETTRE_SIGNEE[answer.reason])
    return redirectWithToast(retour, { texte: 'Lettre signée retirée.', genre: 'success' })
  },
)

export { agentRemonte as loader }
