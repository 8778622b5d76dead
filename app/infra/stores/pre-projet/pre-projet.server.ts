import { lireGenre } from '#domain/structure/genre'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import type { Prisma } from '#prisma'

/** The fiche with its campagne. Throws NotFound. */
export async function loadPreProjet(tx: Tx, id: string) {
  const preProjet = await tx.preProjet.findUnique({ where: { id }, include: { campagne: true } })
  if (!preProjet) throw new NotFound('pre-projet', id)
  return { ...preProjet, genre: lireGenre(preProjet.genre) }
}

/** Claims the fiche for this act: it must still be at the version the act was decided on, else Conflict. */
export async function claimPreProjet(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.PreProjetUncheckedUpdateManyInput = {},
) {
  const { count } = await tx.preProjet.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('pre-projet', id)
}
