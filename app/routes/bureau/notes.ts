import { z } from 'zod'
import { LONGUEUR_MAX_NOTE } from '#domain/note/note'
import { accorder } from '#domain/nombre'
import { enumerer } from '#domain/texte'
import { LIBELLE_REFUS_NOTE } from '#libelles/note/note'
import { ecrireNote } from '#usecases/note/ecrire-note'
import { agentAction, agentRemonte } from '#web/agent-route'
import { FORMULAIRE_ILLISIBLE } from '#web/form'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const NoteForm = sansVersion(
  'It adds a note to those that are there.',
  z.object({
    dossierId: z.uuid().optional(),
    preProjetId: z.uuid().optional(),
    texte: z
      .string()
      .max(2 * LONGUEUR_MAX_NOTE)
      .default(''),
  }),
)

/** A note on a dossier or a fiche; then the page it was asked from, which says who is told. */
export const action = agentAction({ form: NoteForm }, async ({ agent, deps, form, retour, refuser }) => {
  const { dossierId, preProjetId, texte } = form
  const sujet = dossierId ? { dossierId } : preProjetId ? { preProjetId } : null
  if (!sujet) return refuser(FORMULAIRE_ILLISIBLE)
  const answer = await ecrireNote(deps, agent, { sujet, texte })
  if (!answer.ok) return refuser(LIBELLE_REFUS_NOTE[answer.reason], 'texte')
  const noms = answer.value.nommes.map(({ prenom, nom }) => `${prenom} ${nom}`)
  const suite =
    noms.length > 0 ? ` ${enumerer(noms)} la ${accorder(noms.length, 'verra', 'verront')} sur l’accueil.` : ''
  return redirectWithToast(retour, { texte: `Note ajoutée.${suite}`, genre: 'success' })
})

export { agentRemonte as loader }
