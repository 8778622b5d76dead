import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireNote, nommesDans, type RefusNote } from '#domain/note/note'
import { ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { objetDuFil, type Sujet } from '#infra/stores/courriel-recu/fil'
import { agentsANommer, existeSujet } from '#infra/stores/note/note'

type Input = { sujet: Sujet; texte: string }

/** Who the note named: they are told on their home page. */
export type NoteEcrite = { nommes: { prenom: string; nom: string }[] }

/**
 * An officer leaves a word for their colleagues on a dossier or a fiche; whoever it names finds it on their home page. Nobody outside reads
 * it. Throws NotFound, Forbidden.
 */
export async function ecrireNote(
  { db, now }: DepsActe,
  agent: Agent,
  { sujet, texte }: Input,
): Promise<Result<NoteEcrite, RefusNote>> {
  requireDroit(agent, 'note.ecrire')

  return db.$transaction(async (tx) => {
    const lue = lireNote(texte)
    if (!lue.ok) return lue
    await existeSujet(tx, sujet)
    const nommes = nommesDans(lue.value, await agentsANommer(tx)).filter(({ id }) => id !== agent.id)
    const le = now()
    const { id } = await tx.note.create({
      data: {
        ...sujet,
        auteurId: agent.id,
        texte: lue.value,
        creeLe: le,
        mentions: { create: nommes.map(({ id: agentId }) => ({ agentId })) },
      },
      select: { id: true },
    })
    const detail = { noteId: id, nommes: nommes.map(({ prenom, nom }) => `${prenom} ${nom}`) }
    await writeJournal(tx, agent, { acte: 'ecrireNote', ...objetDuFil(sujet), detail, le })
    return ok({ nommes })
  })
}
