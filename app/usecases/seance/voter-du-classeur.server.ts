import type { Agent } from '#domain/acces/droits'
import { no, type Result } from '#domain/result'
import type { VoteDeClasseur } from '#domain/seance/classeur-de-votes'
import type { RefusVote } from '#domain/seance/vote'
import type { Tx } from '#infra/db'
import { type DepsActe, enTransaction } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { loadVersion } from '#infra/stores/dossier/dossier'
import { phraseVote } from '#libelles/seance/classeur'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { voterLigne } from '#usecases/seance/voter-ligne'

export type RefusVoteDuClasseur = RefusVote | 'LIGNE_INCONNUE' | 'LIGNE_CHANGEE'

/**
 * Enters a vote that was written in the workbook of a séance, by the act of its page: of the line at the version that was sent out, and of the
 * dossier at the version that was previewed. Throws Forbidden, NotFound, Conflict.
 */
export const voterDuClasseur = (
  { db, now }: DepsActe,
  agent: Agent,
  { dossierId, version, ligneId, versionDeLigne, saisi }: Vise & VoteDeClasseur,
): Promise<Result<{ numero: string }, RefusVoteDuClasseur>> =>
  db.$transaction(async (tx) => {
    if ((await loadVersion(tx, dossierId)).version !== version) throw new Conflict('dossier', dossierId)
    const ligne = await tx.ligneSeance.findUnique({
      where: { id: ligneId },
      select: { dossierId: true, version: true },
    })
    if (ligne?.dossierId !== dossierId) return no('LIGNE_INCONNUE')
    if (ligne.version !== versionDeLigne) return no('LIGNE_CHANGEE')
    const vise = { ligneId, version: versionDeLigne, saisi }
    return voterLigne({ db: enTransaction(tx), now }, agent, vise)
  })

/** What was voted of this dossier, in words. */
export async function direVote(tx: Tx, dossierId: string): Promise<string> {
  const ligne = await tx.ligneSeance.findFirst({
    where: { dossierId, vote: { not: null } },
    orderBy: { voteLe: 'desc' },
    select: { vote: true, montantCents: true, motif: true, depassement: true },
  })
  return ligne?.vote ? phraseVote({ ...ligne, vote: ligne.vote }) : ''
}
