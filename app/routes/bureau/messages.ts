import { z } from 'zod'
import { LONGUEUR_MAX_MESSAGE } from '#domain/courriel/message'
import { instantDeParis } from '#domain/temps/instant'
import { LIBELLE_REFUS_DEPART, LIBELLE_REFUS_MESSAGE } from '#libelles/courriel/courriel'
import { formatInstant } from '#libelles/temps'
import { apercuMessage } from '#queries/courriel/message-libre'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { agentAction } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

const MessageForm = z
  .object({
    intent: z.enum(['apercu', 'envoyer']),
    preProjetId: z.uuid().optional(),
    dossierId: z.uuid().optional(),
    jeton: z.uuid(),
    filVu: z.string().max(100),
    destinataire: z.string().max(254),
    corps: z.string().max(2 * LONGUEUR_MAX_MESSAGE),
    partirLe: z.string().max(30).default(''),
  })
  .transform(({ preProjetId, dossierId, ...reste }) => ({
    ...reste,
    sujet: preProjetId ? { preProjetId } : dossierId ? { dossierId } : null,
  }))

const RIEN = { refus: null, apercu: null, fait: false }

/** A message of an officer in a thread: first the mail it would send, then the act. Comes back to the page of the thread. */
export const action = agentAction(async ({ agent, request }) => {
  const form = MessageForm.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success || !form.data.sujet) return { ...RIEN, refus: 'Rechargez la page et recommencez.' }
  const { intent, sujet, partirLe: quand, ...message } = form.data

  if (intent === 'apercu') {
    const apercu = await apercuMessage(deps.db, agent, { ...message, sujet })
    return apercu.ok ? { ...RIEN, apercu: apercu.value } : { ...RIEN, refus: LIBELLE_REFUS_MESSAGE[apercu.reason] }
  }
  const partirLe = quand ? instantDeParis(quand) : undefined
  if (partirLe === null) return { ...RIEN, refus: 'Choisissez un jour et une heure qui existent.' }
  const answer = await ecrireMessage(deps, agent, { ...message, sujet, ...(partirLe && { partirLe }) })
  if (!answer.ok) return { ...RIEN, refus: { ...LIBELLE_REFUS_MESSAGE, ...LIBELLE_REFUS_DEPART }[answer.reason] }
  const { pathname, search } = new URL(request.headers.get('Referer') ?? request.url, request.url)
  const retour = /^\/(?:pre-projets|dossiers)\//.test(pathname) ? pathname + search : '/courriels'
  const { destinataire } = answer.value
  return redirectWithToast(retour, {
    texte: partirLe
      ? `Le message partira le ${formatInstant(partirLe)} à ${destinataire}.`
      : `Le message part à ${destinataire}.`,
    genre: 'success',
  })
})
