import { z } from 'zod'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

/** One courriel whole, as it leaves, and what it is about. Throws NotFound, for an id that is none of ours too. */
export async function ficheCourriel(db: Db, id: string) {
  const courriel = z.uuid().safeParse(id).success
    ? await db.courriel.findUnique({
        where: { id },
        include: {
          dossier: { select: { numero: true, objet: true, structure: { select: { nom: true } } } },
          preProjet: { select: { id: true, titre: true, structureNom: true } },
        },
      })
    : null
  if (!courriel) throw new NotFound('courriel', id)
  return courriel
}
