import { z } from 'zod'
import type { Agent } from '#domain/acces/droits'
import { instantDeParis } from '#domain/temps/instant'
import { LIBELLE_REFUS_DEPART } from '#libelles/courriel/courriel'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { avancerCourriel } from '#usecases/courriel/avancer-courriel'
import { deplacerCourriel } from '#usecases/courriel/deplacer-courriel'
import { agentAction } from '#web/agent-route'
import { deps } from '#web/deps'
import { uuidParam } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const DepartForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('annuler'), version }),
  z.object({ intent: z.literal('avancer'), version }),
  z.object({ intent: z.literal('deplacer'), version, partirLe: z.string().transform(instantDeParis).pipe(z.date()) }),
])

type Retouche = z.infer<typeof DepartForm> & { courrielId: string }

const FAIT: Record<Retouche['intent'], string> = {
  annuler: 'Le courriel ne partira pas.',
  avancer: 'Le courriel part maintenant.',
  deplacer: 'Le départ du courriel est déplacé.',
}

const agir = (agent: Agent, retouche: Retouche) =>
  retouche.intent === 'deplacer'
    ? deplacerCourriel(deps, agent, retouche)
    : { annuler: annulerCourriel, avancer: avancerCourriel }[retouche.intent](deps, agent, retouche)

/** A courriel that waits for its hour is taken back, sent now or moved; then the page it was asked from. */
export const action = agentAction(async ({ agent, params, request }) => {
  const courrielId = uuidParam('courriel', params.id)
  const form = DepartForm.safeParse(Object.fromEntries(await request.formData()))
  const { pathname, search } = new URL(request.headers.get('Referer') ?? request.url, request.url)
  const connue = /^\/(?:courriels|pre-projets|dossiers)(?:\/|$)/.test(pathname) && !pathname.endsWith('/depart')
  const ici = connue ? pathname + search : `/courriels/${courrielId}`
  if (!form.success) {
    const texte = 'Choisissez un jour et une heure qui existent, ou rechargez la page et recommencez.'
    return redirectWithToast(ici, { texte, genre: 'warning' })
  }
  const answer = await agir(agent, { ...form.data, courrielId })
  return redirectWithToast(ici, {
    texte: answer.ok ? FAIT[form.data.intent] : LIBELLE_REFUS_DEPART[answer.reason],
    genre: answer.ok ? 'success' : 'info',
  })
})
