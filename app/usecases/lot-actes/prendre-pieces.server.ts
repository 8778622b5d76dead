import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'

/** Whether this dossier has a pièce to give: nothing is written of it, and its version does not count, since the last files are given. */
export async function prendrePieces(
  { db }: DepsActe,
  agent: Agent,
  { dossierId }: { dossierId: string },
): Promise<Result<{ pieces: number }, 'AUCUNE_PIECE'>> {
  requireDroit(agent, 'piece.lire')
  const pieces = await db.$transaction((tx) => tx.piece.count({ where: { dossierId, versions: { some: {} } } }))
  return pieces > 0 ? ok({ pieces }) : no('AUCUNE_PIECE')
}
