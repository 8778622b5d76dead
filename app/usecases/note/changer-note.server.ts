import { type Agent, requireDroit } from '#domain/acces/droits'
import type { ActeJournal } from '#domain/journal/entree'
import { lireNote, nommesDans, type RefusNote, verifierAuteur } from '#domain/note/note'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { conversationDe, objetDuFil } from '#infra/stores/courriel-recu/fil'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { agentsANommer, claimNote, loadNote } from '#infra/stores/note/note'
import type { Prisma } from '#prisma'

/** Which note, and the version of it that was on the screen. */
type Vise = { noteId: string; version: number }

type Note = Awaited<ReturnType<typeof loadNote>>

type Change = { acte: ActeJournal; change: Prisma.NoteUncheckedUpdateManyInput; detail?: Prisma.InputJsonObject }

/** One act of the author on their note: right, whose it is, the version they saw, then the claim and the journal in one commit. */
async function agirSurNote<R extends string>(
  { db, now }: Deps,
  agent: Agent,
  { noteId, version, decider }: Vise & { decider: (tx: Tx, note: Note, le: Date) => Promise<Result<Change, R>> },
): Promise<Result<undefined, RefusNote | R>> {
  requireDroit(agent, 'note.ecrire')

  return db.$transaction(async (tx) => {
    const note = await loadNote(tx, noteId)
    const sienne = verifierAuteur(note, agent)
    if (!sienne.ok) return sienne
    expectVersion('note', note, version)
    const le = now()
    const decide = await decider(tx, note, le)
    if (!decide.ok) return decide
    const { acte, change, detail } = decide.value
    await claimNote(tx, note, change)
    const sujet = conversationDe({ ...note, courrielRecuId: null })
    if (!sujet) throw new Error('a note is about a dossier or a fiche')
    await writeJournal(tx, agent, { acte, ...objetDuFil(sujet), detail: { noteId, ...detail }, le })
    return ok()
  })
}

/** The author says it otherwise; whoever it now names and it did not is told. Throws NotFound, Conflict, Forbidden. */
export const modifierNote = (deps: Deps, agent: Agent, { texte, ...vise }: Vise & { texte: string }) =>
  agirSurNote<RefusNote>(deps, agent, {
    ...vise,
    decider: async (tx, note, le) => {
      const lue = lireNote(texte)
      if (!lue.ok) return lue
      const deja = new Set(note.mentions.map(({ agentId }) => agentId))
      const nommes = nommesDans(lue.value, await agentsANommer(tx)).filter(({ id }) => id !== agent.id && !deja.has(id))
      await tx.mention.createMany({ data: nommes.map(({ id: agentId }) => ({ noteId: note.id, agentId })) })
      const detail = { nommes: nommes.map(({ prenom, nom }) => `${prenom} ${nom}`) }
      return ok({ acte: 'modifierNote', change: { texte: lue.value, modifieeLe: le }, detail })
    },
  })

/** The author takes it back: nobody is shown it any more, and nobody is asked to see it. Throws NotFound, Conflict, Forbidden. */
export const retirerNote = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurNote<never>(deps, agent, {
    ...vise,
    decider: (_tx, _note, le) => Promise.resolve(ok({ acte: 'retirerNote', change: { retireeLe: le } })),
  })
