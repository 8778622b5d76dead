import { z } from 'zod'
import { LIBELLE_REFUS_FIL_ROUGE, LIBELLE_REFUS_INVITATION } from '#libelles/fil-rouge'
import { confirmerRapprochement } from '#usecases/fil-rouge/confirmer-rapprochement'
import { ecarterRapprochement } from '#usecases/fil-rouge/ecarter-rapprochement'
import { inviterADeposer } from '#usecases/pre-projet/inviter-a-deposer'
import { rattacherDossier } from '#usecases/fil-rouge/rattacher-dossier'
import { retablirRapprochement } from '#usecases/fil-rouge/retablir-rapprochement'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const vise = { rapprochementId: z.uuid(), etat: z.enum(['PROPOSE', 'CONFIRME', 'ECARTE']) }

const FilRougeForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirmer'), ...vise }),
  z.object({ intent: z.literal('ecarter'), ...vise }),
  z.object({ intent: z.literal('retablir'), ...vise }),
  sansVersion(
    'It names a dossier: a fiche or a dossier already tied is refused.',
    z.object({ intent: z.literal('rattacher'), numero: z.string().max(40).default('') }),
  ),
  z.object({ intent: z.literal('inviter'), version: z.coerce.number().int().min(0) }),
])

const REPONDRE = {
  confirmer: confirmerRapprochement,
  ecarter: ecarterRapprochement,
  retablir: retablirRapprochement,
} as const

/** What an officer says of the ties of a fiche, from its page or from the dossier's. A refusal is said where they are. */
export const action = agentAction(
  { params: { id: uuid('pre-projet') }, form: FilRougeForm },
  async ({ agent, deps, params, form, refuser }) => {
    const preProjetId = params.id
    switch (form.intent) {
      case 'rattacher': {
        const answer = await rattacherDossier(deps, agent, { preProjetId, numero: form.numero })
        return answer.ok ? {} : refuser(LIBELLE_REFUS_FIL_ROUGE[answer.reason], 'numero')
      }
      case 'inviter': {
        const answer = await inviterADeposer(deps, agent, { preProjetId, version: form.version })
        if (!answer.ok) return refuser(LIBELLE_REFUS_INVITATION[answer.reason])
        return redirectWithToast(`/pre-projets/${preProjetId}`, {
          texte: `L’invitation part à ${answer.value.destinataire}.`,
          genre: 'success',
        })
      }
      case 'confirmer':
      case 'ecarter':
      case 'retablir': {
        const answer = await REPONDRE[form.intent](deps, agent, form)
        return answer.ok ? {} : refuser(LIBELLE_REFUS_FIL_ROUGE[answer.reason])
      }
    }
  },
)

export { agentRemonte as loader }
