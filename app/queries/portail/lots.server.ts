import { z } from 'zod'
import type { Db } from '#infra/db'

export const LotsParams = z.object({ page: z.coerce.number().int().min(0).max(100_000).catch(0) })

export const TAILLE_LOTS = 20

/** The deliveries, the newest first: each can be found again. */
export async function lots(db: Db, { page }: z.infer<typeof LotsParams>) {
  const [total, rows] = await Promise.all([
    db.lot.count(),
    db.lot.findMany({
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      skip: page * TAILLE_LOTS,
      take: TAILLE_LOTS,
      select: {
        id: true,
        type: true,
        etat: true,
        fichiers: true,
        creeLe: true,
        progression: true,
        total: true,
        deposePar: { select: { prenom: true, nom: true } },
      },
    }),
  ])
  return { total, rows: rows.map((lot) => ({ ...lot, fichiers: nomsDe(lot.fichiers) })) }
}

/** `fichiers` is written by deposerLot alone; people only need the names. */
export const nomsDe = (fichiers: unknown): string[] => (fichiers as { nom: string }[]).map(({ nom }) => nom)
