import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

/** What opens the copy of a fiche; null when none is copied. Throws NotFound. */
export async function ficheACopier(db: Db, id: string | null) {
  if (id === null) return null
  const fiche = await db.preProjet.findUnique({
    where: { id },
    select: { id: true, titre: true, structureNom: true, contactCourriel: true },
  })
  if (!fiche) throw new NotFound('pre-projet', id)
  return fiche
}
