import { z } from 'zod'
import { AVIS } from '#domain/pre-projet/avis'
import { LONGUEUR_MAX_REPONSE } from '#domain/pre-projet/examen'
import { REPONSES } from '#domain/pre-projet/grille'
import { lireIndices } from '#domain/pre-projet/indices'
import { LIBELLE_REFUS_EXAMEN, LIBELLE_REFUS_INDICES, phraseRefusExamen } from '#libelles/pre-projet/pre-projet'
import { apercuReponse } from '#queries/pre-projet/instruction-pre-projet'
import { redigerReponse } from '#usecases/pre-projet/rediger-reponse'
import { repondreCritere } from '#usecases/pre-projet/repondre-critere'
import { reprendreIndices } from '#usecases/pre-projet/reprendre-indices'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { sansVersion } from '#web/vue'

const vu = z
  .string()
  .default('')
  .transform((le) => le || null)
const reponse = {
  avis: z.enum(AVIS),
  corps: z
    .string()
    .max(2 * LONGUEUR_MAX_REPONSE)
    .default(''),
}

const ExamenForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('repondre'),
    code: z.string().max(40),
    reponse: z.enum(REPONSES),
    precision: z.string().max(20_000).default(''),
    vu,
  }),
  z.object({
    intent: z.literal('rediger'),
    ...reponse,
    propose: z
      .string()
      .max(2 * LONGUEUR_MAX_REPONSE)
      .default(''),
    vu,
  }),
  z.object({
    intent: z.literal('indices'),
    indices: z.string().max(4_000).transform(lireIndices),
    version: z.coerce.number().int().min(0),
  }),
  sansVersion('It only reads.', z.object({ intent: z.literal('apercu'), ...reponse })),
])

/** What is kept while a fiche is examined: an answer of the grid, then the reply being written, which comes back as the mail it gives. */
export const action = agentAction(
  { params: { id: uuid('pre-projet') }, form: ExamenForm },
  async ({ agent, deps, params, form, refuser }) => {
    const preProjetId = params.id
    if (form.intent === 'repondre') {
      const answer = await repondreCritere(deps, agent, { preProjetId, ...form })
      return answer.ok ? { vu: answer.value.le } : refuser(phraseRefusExamen(answer.reason, answer.detail))
    }
    if (form.intent === 'indices') {
      const answer = await reprendreIndices(deps, agent, { preProjetId, ...form })
      return answer.ok ? {} : refuser(LIBELLE_REFUS_INDICES[answer.reason])
    }
    const garde = form.intent === 'rediger' ? await redigerReponse(deps, agent, { preProjetId, ...form }) : null
    const apercu = await apercuReponse(deps.db, agent, { preProjetId, avis: form.avis, corps: form.corps })
    const montre = apercu.ok ? { apercu: apercu.value } : {}
    if (garde && !garde.ok) return { ...montre, ...refuser(phraseRefusExamen(garde.reason, garde.detail)) }
    const dit = { ...montre, ...(garde && { vu: garde.value.le }) }
    return apercu.ok ? dit : { ...dit, ...refuser(LIBELLE_REFUS_EXAMEN[apercu.reason]) }
  },
)

export { agentRemonte as loader }
