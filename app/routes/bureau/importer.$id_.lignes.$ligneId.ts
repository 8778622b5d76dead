import { z } from 'zod'
import { LIBELLE_RESULTAT } from '#libelles/portail/lot'
import { corrigerLigne } from '#usecases/lot/corriger-ligne'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const cellule = z.string().max(2_000).optional()

const CorrectionForm = z.object({
  version: z.coerce.number().int().min(0),
  type: cellule,
  numero: cellule,
  objet: cellule,
  deposeLe: cellule,
  montantDemande: cellule,
  /** Without a yes, no mail leaves. */
  courriels: z.boolean().default(false),
})

/** An officer corrects a rejected line of an import, which is taken again. What is still wrong stands at its cell, with what was typed. */
export const action = agentAction(
  { params: { id: uuid('lot'), ligneId: uuid('lot-ligne') }, form: CorrectionForm },
  async ({ agent, deps, params: { id: lotId, ligneId }, form: { version, courriels, ...corrections }, refuser }) => {
    const answer = await corrigerLigne(deps, agent, { lotId, ligneId, version, corrections, courriels })
    if (!answer.ok)
      return answer.reason === 'PAS_A_CORRIGER'
        ? refuser('Cette ligne n’est plus à corriger\u00a0: rechargez la page.')
        : refuser(answer.detail ?? '', answer.reason)
    const { numero, resultat } = answer.value
    const texte = `Ligne reprise${numero ? `, n°\u00a0${numero}` : ''}\u00a0: ${LIBELLE_RESULTAT[resultat].toLowerCase()}.`
    return redirectWithToast(`/importer/${lotId}?vue=a-revoir`, {
      texte,
      genre: 'success',
      ...(numero &&
        resultat !== 'HORS_PERIMETRE' && { lien: { texte: 'Voir le dossier', vers: `/dossiers/${numero}` } }),
    })
  },
)

export { agentRemonte as loader }
