import { EN_COURS } from '#domain/dossier/etat'
import type { Deps } from '#infra/deps'
import { rafraichirRecevabilites } from '#infra/stores/dossier/recevabilite'

/** Dossiers looked at in one reading; what changed in each is one commit. */
const PAQUET = 200

/** Says anew what the règlements say of every dossier that waits for a decision; gives how many stand otherwise than before. */
export async function reexaminerRecevabilites({ db }: Pick<Deps, 'db'>): Promise<number> {
  let changes = 0
  for (let apres = ''; ;) {
    const paquet = await db.dossier.findMany({
      where: { etat: { in: [...EN_COURS] }, ...(apres && { id: { gt: apres } }) },
      orderBy: { id: 'asc' },
      take: PAQUET,
      select: { id: true },
    })
    const ids = paquet.map(({ id }) => id)
    if (ids.length > 0) changes += await db.$transaction((tx) => rafraichirRecevabilites(tx, ids))
    apres = ids.at(-1) ?? ''
    if (ids.length < PAQUET) return changes
  }
}
