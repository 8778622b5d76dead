import { z } from 'zod'
import { AVIS } from '#domain/pre-projet/avis'
import { LONGUEUR_MAX_REPONSE } from '#domain/pre-projet/examen'
import { REPONSES } from '#domain/pre-projet/grille'
import { LIBELLE_REFUS_EXAMEN, phraseRefusExamen } from '#libelles/pre-projet/pre-projet'
import { apercuReponse } from '#queries/pre-projet/instruction-pre-projet'
import { redigerReponse } from '#usecases/pre-projet/rediger-reponse'
import { repondreCritere } from '#usecases/pre-projet/repondre-critere'
import { agentAction } from '#web/agent-route'
import { deps } from '#web/deps'
import { uuidParam } from '#web/params'

const vu = z.string().transform((le) => le || null)
const reponse = { avis: z.enum(AVIS), corps: z.string().max(2 * LONGUEUR_MAX_REPONSE) }

const ExamenForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('repondre'),
    code: z.string().max(40),
    reponse: z.enum(REPONSES),
    precision: z.string().max(20_000),
    vu,
  }),
  z.object({ intent: z.literal('rediger'), ...reponse, propose: z.string().max(2 * LONGUEUR_MAX_REPONSE), vu }),
  z.object({ intent: z.literal('apercu'), ...reponse }),
])

/** What is kept while a fiche is examined: an answer of the grid, then the reply being written, which comes back as the mail it gives. */
export const action = agentAction(async ({ agent, params, request }) => {
  const preProjetId = uuidParam('pre-projet', params.id)
  const form = ExamenForm.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) return { refus: 'Rechargez la page et recommencez.', apercu: null }
  const { data } = form

  if (data.intent === 'repondre') {
    const answer = await repondreCritere(deps, agent, { preProjetId, ...data })
    return { refus: answer.ok ? null : phraseRefusExamen(answer.reason, answer.detail), apercu: null }
  }
  const garde = data.intent === 'rediger' ? await redigerReponse(deps, agent, { preProjetId, ...data }) : null
  const refus = garde && !garde.ok ? phraseRefusExamen(garde.reason, garde.detail) : null
  const apercu = await apercuReponse(deps.db, agent, { preProjetId, avis: data.avis, corps: data.corps })
  return apercu.ok
    ? { refus, apercu: apercu.value }
    : { refus: refus ?? LIBELLE_REFUS_EXAMEN[apercu.reason], apercu: null }
})
