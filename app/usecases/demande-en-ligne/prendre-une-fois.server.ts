import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import { finirTeleversement, tenirTeleversement } from '#infra/stores/demande-en-ligne/televersement'

/** Bytes that no row names any more once a file was taken; null where there are none. */
export type Prise = { inutile: string | null }

type Voulue = {
  /** The one that the file came by; null for a file whose reception nobody announced. */
  televersement: string | null
  cle: string
  le: Date
}

/**
 * Takes a file once for the televersement that it came by, in the transaction that makes it a pièce: ended twice, or given up meanwhile, its bytes at `cle`
 * are of no use. Asked once what it is for is held.
 */
export async function prendreUneFois<R extends string>(
  tx: Tx,
  { televersement, cle, le }: Voulue,
  prendre: () => Promise<Result<Prise, R>>,
): Promise<Result<Prise, R>> {
  if (televersement === null) return prendre()
  if ((await tenirTeleversement(tx, televersement)) !== 'A_FINIR') return ok({ inutile: cle })
  const prise = await prendre()
  if (prise.ok) await finirTeleversement(tx, televersement, { le })
  return prise
}
