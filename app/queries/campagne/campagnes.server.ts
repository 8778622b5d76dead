import type { Db } from '#infra/db'

/** Every campagne, the newest first, with what holds today and what is being prepared. */
export async function campagnes(db: Db) {
  const rows = await db.campagne.findMany({
    orderBy: [{ annee: 'desc' }, { code: 'asc' }],
    select: {
      code: true,
      libelle: true,
      ouverteLe: true,
      echeanceDepot: true,
      enveloppeCents: true,
      _count: { select: { dossiers: { where: { etat: { not: 'BROUILLON' } } } } },
      exigences: { orderBy: { numero: 'desc' }, take: 2, select: { numero: true, publieeLe: true } },
    },
  })
  return rows.map(({ _count, exigences, ...campagne }) => ({
    ...campagne,
    dossiers: _count.dossiers,
    enVigueur: exigences.find(({ publieeLe }) => publieeLe !== null) ?? null,
    brouillon: exigences.some(({ publieeLe }) => publieeLe === null),
  }))
}
