import { z } from 'zod'
import type { Db } from '#infra/db'

export const TAILLE_JOURNAL = 50

/** What the page may ask. An unknown value falls back; it never reaches the database. */
export const JournalParams = z.object({
  page: z.coerce.number().int().min(0).max(10_000).catch(0),
  acte: z
    .string()
    .regex(/^[A-Za-z-]{1,40}$/)
    .optional()
    .catch(undefined),
})

/** One page of what happened to a dossier, the newest first, and the kinds of acts it can be narrowed to. */
export async function journalDossier(db: Db, dossierId: string, { page, acte }: z.infer<typeof JournalParams>) {
  const tout = { objet: 'dossier', objetId: dossierId }
  const where = { ...tout, ...(acte && { acte }) }
  const [total, entrees, parActe] = await Promise.all([
    db.entreeJournal.count({ where }),
    db.entreeJournal.findMany({
      where,
      select: { id: true, le: true, acteur: true, acte: true, detail: true },
      orderBy: { id: 'desc' },
      skip: page * TAILLE_JOURNAL,
      take: TAILLE_JOURNAL,
    }),
    db.entreeJournal.groupBy({ by: ['acte'], where: tout, _count: true, orderBy: { acte: 'asc' } }),
  ])
  return { total, page, acte, entrees, actes: parActe.map(({ acte: nom, _count }) => ({ acte: nom, nombre: _count })) }
}
