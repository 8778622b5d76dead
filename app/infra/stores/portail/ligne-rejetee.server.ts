import { z } from 'zod'
import { CHAMPS_CORRIGIBLES } from '#domain/portail/champs'
import type { LigneRejetee } from '#domain/portail/demande-lue'
import type { Tx } from '#infra/db'
import { NotFound } from '#infra/errors'

const Lue = z.object({ champ: z.enum(CHAMPS_CORRIGIBLES), donnees: z.record(z.string(), z.string()) })

/** A rejected line from the JSON of its row; null on those kept before it was. */
export const lireLigneRejetee = (json: unknown): LigneRejetee | null => Lue.safeParse(json).data ?? null

export type LigneRejeteeDeLot = { id: string; lotId: string; ligne: number; motif: string; lue: LigneRejetee }

/** A line of this lot that was rejected and can be corrected; null when it no longer is. Throws NotFound. */
export async function loadLigneRejetee(
  tx: Tx,
  { lotId, ligneId }: { lotId: string; ligneId: string },
): Promise<LigneRejeteeDeLot | null> {
  const row = await tx.lotLigne.findFirst({ where: { id: ligneId, lotId } })
  if (!row) throw new NotFound('lot-ligne', ligneId)
  const lue = row.resultat === 'REJET' ? lireLigneRejetee(row.lue) : null
  return lue && row.ligne !== null ? { id: row.id, lotId, ligne: row.ligne, motif: row.motif ?? '', lue } : null
}
