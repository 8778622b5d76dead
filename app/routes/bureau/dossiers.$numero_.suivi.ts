import { z } from 'zod'
import { PERSONNE } from '#domain/lot-actes/acte-de-lot'
import { LIBELLE_REFUS_AFFECTATION } from '#libelles/dossier/instruction-dossier'
import { quiPeutSuivre } from '#queries/absence/absences'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

/** Who a dossier may be given to, read when the choice is opened. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ deps, now }) => ({
    agents: await quiPeutSuivre(deps.db, now),
  }),
)

const SuiviForm = z.object({
  version: z.coerce.number().int().min(0),
  agentId: z.union([z.uuid(), z.literal(PERSONNE)], 'Choisissez à qui confier ce dossier.'),
  message: z.string().default(''),
})

/** Gives the dossier to somebody, with a word that they find on their first page. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: SuiviForm, retour: ({ dossier }) => dossier.adresse },
  async ({ agent, deps, params: { dossier }, form: { version, agentId, message }, retour, refuser }) => {
    const suivi = agentId === PERSONNE ? null : agentId
    const answer = await affecterDossier(deps, agent, { dossierId: dossier.id, version, agentId: suivi, message })
    if (!answer.ok)
      return refuser(
        LIBELLE_REFUS_AFFECTATION[answer.reason],
        answer.reason === 'MESSAGE_TROP_LONG' ? 'message' : 'agentId',
      )
    const a = answer.value ? `Dossier confié à ${answer.value.nom}.` : 'Plus personne ne suit ce dossier.'
    return redirectWithToast(retour, { texte: a, genre: 'success' })
  },
)
