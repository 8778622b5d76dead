import { z } from 'zod'
import type { Agent } from '#domain/acces/droits'
import { LIBELLE_REFUS_DEPART } from '#libelles/courriel/courriel'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { avancerCourriel } from '#usecases/courriel/avancer-courriel'
import { deplacerCourriel } from '#usecases/courriel/deplacer-courriel'
import { agentAction, agentRemonte } from '#web/agent-route'
import { instantDuForm } from '#web/form'
import type { DepsWeb } from '#web/deps'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const INSTANT = 'Choisissez un jour et une heure qui existent.'

const version = z.coerce.number().int().min(0)

const DepartForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('annuler'), version }),
  z.object({ intent: z.literal('avancer'), version }),
  z.object({
    intent: z.literal('deplacer'),
    version,
    partirLe: instantDuForm(INSTANT),
  }),
])

type Retouche = z.infer<typeof DepartForm> & { courrielId: string }

const FAIT: Record<Retouche['intent'], string> = {
  annuler: 'Le courriel ne partira pas.',
  avancer: 'Le courriel part maintenant.',
  deplacer: 'Le départ du courriel est déplacé.',
}

const agir = (deps: DepsWeb, agent: Agent, retouche: Retouche) =>
  retouche.intent === 'deplacer'
    ? deplacerCourriel(deps, agent, retouche)
    : { annuler: annulerCourriel, avancer: avancerCourriel }[retouche.intent](deps, agent, retouche)

/** A courriel that waits for its hour is taken back, sent now or moved; then the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('courriel') }, form: DepartForm, retour: ({ id }) => `/courriels/${id}`, refus: 'toast' },
  async ({ agent, deps, params, form, retour }) => {
    const answer = await agir(deps, agent, { ...form, courrielId: params.id })
    return redirectWithToast(retour, {
      texte: answer.ok ? FAIT[form.intent] : LIBELLE_REFUS_DEPART[answer.reason],
      genre: answer.ok ? 'success' : 'info',
    })
  },
)

export { agentRemonte as loader }
