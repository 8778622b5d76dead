import { z } from 'zod'
import { CANAUX } from '#domain/dossier/souhait'
import { LIBELLE_REFUS_SOUHAIT } from '#libelles/deverrouillage'
import { noterDemandeDeverrouillage } from '#usecases/deverrouillage/noter-demande-deverrouillage'
import {
  annulerRefusDeverrouillage,
  refuserDemandeDeverrouillage,
} from '#usecases/deverrouillage/refuser-demande-deverrouillage'
import { agentAction, agentRemonte } from '#web/agent-route'
import { instantDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)
const demandeId = z.uuid()
const TROP_LONG = 'Raccourcissez\u00a0: 2000 caractères au plus.'

const SouhaitForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('noter'),
    version,
    canal: z.enum(CANAUX, 'Choisissez comment la demande est arrivée.'),
    demandeur: z.string().trim().max(200).default(''),
    texte: z.string().trim().max(2000, TROP_LONG).default(''),
    recueLe: instantDuForm('Indiquez le jour et l’heure.'),
  }),
  z.object({ intent: z.literal('refuser'), version, demandeId, motif: z.string().max(2000, TROP_LONG).default('') }),
  z.object({ intent: z.literal('annulerRefus'), version, demandeId }),
])

const FAIT = {
  noter: 'La demande est notée\u00a0: elle attend une réponse.',
  refuser: 'La demande est refusée. Le courriel part dans cinq minutes\u00a0: vous pouvez encore annuler.',
  annulerRefus: 'Le refus est annulé\u00a0: la demande attend de nouveau une réponse.',
}

/** The acts on what a demandeur asks. A refusal is told beside the form, which keeps what was typed. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: SouhaitForm },
  async ({ agent, deps, params: { dossier }, form: { intent, ...form }, refuser }) => {
    const vise = { dossierId: dossier.id, ...form }
    const answer =
      'canal' in vise
        ? await noterDemandeDeverrouillage(deps, agent, vise)
        : 'motif' in vise
          ? await refuserDemandeDeverrouillage(deps, agent, vise)
          : await annulerRefusDeverrouillage(deps, agent, vise)
    if (!answer.ok) return refuser(LIBELLE_REFUS_SOUHAIT[answer.reason])
    return redirectWithToast(`${dossier.adresse}/deverrouillage`, { texte: FAIT[intent], genre: 'success' })
  },
)

export { agentRemonte as loader }
