import { z } from 'zod'
import { LONGUEUR_MAX_MESSAGE } from '#domain/courriel/message'
import { LIBELLE_REFUS_DEPART, LIBELLE_REFUS_MESSAGE } from '#libelles/courriel/courriel'
import { SURVEILLER_LE_RETOUR } from '#libelles/courriel/adresse-revenue'
import { formatInstant } from '#libelles/temps'
import { apercuMessage } from '#queries/courriel/message-libre'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { agentAction, agentRemonte } from '#web/agent-route'
import { FORMULAIRE_ILLISIBLE, instantDuForm } from '#web/form'
import { redirectWithToast } from '#web/toast'

const MessageForm = z
  .object({
    intent: z.enum(['apercu', 'envoyer']),
    preProjetId: z.uuid().optional(),
    dossierId: z.uuid().optional(),
    courrielRecuId: z.uuid().optional(),
    jeton: z.uuid(),
    filVu: z.string().max(100).default(''),
    destinataire: z.string().max(254).default(''),
    corps: z
      .string()
      .max(2 * LONGUEUR_MAX_MESSAGE)
      .default(''),
    partirLe: instantDuForm('Choisissez un jour et une heure.').optional(),
  })
  .transform(({ preProjetId, dossierId, courrielRecuId, ...reste }, ctx) => {
    if (preProjetId) return { ...reste, sujet: { preProjetId } }
    if (dossierId) return { ...reste, sujet: { dossierId } }
    if (courrielRecuId) return { ...reste, sujet: { courrielRecuId } }
    ctx.addIssue(FORMULAIRE_ILLISIBLE)
    return z.NEVER
  })

/** A message of an officer in a thread, or under a received mail: first the mail it would send, then the act. Comes back to the page of the thread. */
export const action = agentAction(
  { form: MessageForm, retour: () => '/courriels' },
  async ({ agent, deps, form: { intent, partirLe, ...message }, retour, refuser }) => {
    if (intent === 'apercu') {
      const apercu = await apercuMessage(deps.db, agent, message)
      return apercu.ok ? { apercu: apercu.value } : refuser(LIBELLE_REFUS_MESSAGE[apercu.reason])
    }
    const answer = await ecrireMessage(deps, agent, { ...message, ...(partirLe && { partirLe }) })
    if (!answer.ok) return refuser({ ...LIBELLE_REFUS_MESSAGE, ...LIBELLE_REFUS_DEPART }[answer.reason])
    const { destinataire, revenu } = answer.value
    const texte = partirLe
      ? `Le message partira le ${formatInstant(partirLe)} à ${destinataire}.`
      : `Le message part à ${destinataire}.`
    return redirectWithToast(
      retour,
      revenu ? { texte: `${texte} ${SURVEILLER_LE_RETOUR}`, genre: 'warning' } : { texte, genre: 'success' },
    )
  },
)

export { agentRemonte as loader }
