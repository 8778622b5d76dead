import type { Db, Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import type { Sujet } from '#infra/stores/courriel-recu/fil'
import type { Prisma } from '#prisma'

/** The note, and what it is about. Throws NotFound. */
export async function loadNote(tx: Tx, id: string) {
  const note = await tx.note.findUnique({ where: { id }, include: { mentions: { select: { agentId: true } } } })
  if (!note) throw new NotFound('note', id)
  return note
}

/** Claims the note for this act: it must still be at the version the officer saw, else Conflict. */
export async function claimNote(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.NoteUncheckedUpdateManyInput,
) {
  const { count } = await tx.note.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('note', id)
}

/** The officers that may be named: those whose account is open. */
export const agentsANommer = (tx: Tx | Db) =>
  tx.agent.findMany({
    where: { actif: true },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }],
    select: { id: true, prenom: true, nom: true },
  })

/** Is there such a dossier or fiche? Throws NotFound. */
export async function existeSujet(tx: Tx, sujet: Sujet): Promise<void> {
  if ('dossierId' in sujet) {
    if ((await tx.dossier.count({ where: { id: sujet.dossierId } })) === 0)
      throw new NotFound('dossier', sujet.dossierId)
  } else if ((await tx.preProjet.count({ where: { id: sujet.preProjetId } })) === 0) {
    throw new NotFound('pre-projet', sujet.preProjetId)
  }
}
