import { z } from 'zod'
import { LIBELLE_REFUS_MODIFICATION } from '#libelles/deverrouillage'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { accepterModification, ecarterModification } from '#usecases/deverrouillage/accepter-modification'
import { agentAction } from '#web/agent-route'
import { deps } from '#web/deps'
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

/** An officer takes the changes of a demandeur, or sets them aside. A refusal is told beside the buttons. */
export const action = agentAction(async ({ agent, params, request }) => {
  const { id: dossierId, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const lu = ModificationForm.safeParse(Object.fromEntries(await request.formData()))
  if (!lu.success) return { erreur: lu.error.issues[0]?.message ?? 'Ce formulaire est incomplet.' }
  const vise = { dossierId, ...lu.data }
  const answer =
    'motif' in vise ? await ecarterModification(deps, agent, vise) : await accepterModification(deps, agent, vise)
  if (!answer.ok) return { erreur: LIBELLE_REFUS_MODIFICATION[answer.reason] }
  return redirectWithToast(`${adresse}/deverrouillage`, {
    texte:
      lu.data.intent === 'accepter'
        ? 'Les modifications font maintenant partie du dossier.'
        : 'Les modifications sont écartées\u00a0: la version déposée reste, le journal garde les deux.',
    genre: 'success',
    lien: { texte: 'Voir les pièces', vers: `${adresse}/pieces` },
  })
})
