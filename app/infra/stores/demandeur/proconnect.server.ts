import type { Tx } from '#infra/db'

/** Takes a return from the provider of identity, which serves once; false for one that served. */
export const prendreRetour = async (tx: Tx, retour: { id: string; expireLe: Date }): Promise<boolean> =>
  (await tx.retourProConnect.createMany({ data: retour, skipDuplicates: true })).count === 1
