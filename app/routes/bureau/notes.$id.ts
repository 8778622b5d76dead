import { z } from 'zod'
import { LONGUEUR_MAX_NOTE } from '#domain/note/note'
import { LIBELLE_REFUS_NOTE } from '#libelles/note/note'
import { modifierNote, retirerNote } from '#usecases/note/changer-note'
import { agentAction, agentRemonte } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const NoteForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('modifier'),
    version,
    texte: z
      .string()
      .max(2 * LONGUEUR_MAX_NOTE)
      .default(''),
  }),
  z.object({ intent: z.literal('retirer'), version }),
])

/** What its author does of a note; then the page it was asked from. */
export const action = agentAction(
  { params: { id: uuid('note') }, form: NoteForm },
  async ({ agent, deps, params, form, retour, refuser }) => {
    const vise = { noteId: params.id, version: form.version }
    const answer =
      form.intent === 'modifier'
        ? await modifierNote(deps, agent, { ...vise, texte: form.texte })
        : await retirerNote(deps, agent, vise)
    if (!answer.ok) return refuser(LIBELLE_REFUS_NOTE[answer.reason], 'texte')
    const texte = form.intent === 'modifier' ? 'Note modifiée.' : 'Note retirée.'
    return redirectWithToast(retour, { texte, genre: 'success' })
  },
)

export { agentRemonte as loader }
