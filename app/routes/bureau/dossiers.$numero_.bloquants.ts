import { z } from 'zod'
import { LONGUEUR_MAX_MOTIF_PASSER_OUTRE } from '#domain/dossier/passer-outre'
import { LIBELLE_REFUS_PASSER_OUTRE } from '#libelles/dossier/bloquants'
import { passerOutre, retablirBloquant } from '#usecases/dossier/passer-outre'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const vise = { version: z.coerce.number().int().min(0), cle: z.string().min(1).max(300) }

const BloquantForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('passerOutre'),
    ...vise,
    motif: z.string().max(LONGUEUR_MAX_MOTIF_PASSER_OUTRE, 'Raccourcissez\u00a0: 1000 caractères au plus.').default(''),
  }),
  z.object({ intent: z.literal('retablir'), ...vise }),
])

/** Passes over what blocks, by its name and with a reason, or makes it block again. What was typed stays after a refusal. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: BloquantForm, retour: ({ dossier }) => dossier.adresse },
  async ({ agent, deps, params: { dossier }, form, retour, refuser }) => {
    const { version, cle } = form
    const cible = { dossierId: dossier.id, version, cle }
    const answer =
      form.intent === 'passerOutre'
        ? await passerOutre(deps, agent, { ...cible, motif: form.motif })
        : await retablirBloquant(deps, agent, cible)
    if (!answer.ok) return refuser(LIBELLE_REFUS_PASSER_OUTRE[answer.reason])
    const texte = form.intent === 'passerOutre' ? 'Vous passez outre ce point.' : 'Ce point bloque de nouveau.'
    return redirectWithToast(retour, { texte, genre: 'success' })
  },
)

export { agentRemonte as loader }
