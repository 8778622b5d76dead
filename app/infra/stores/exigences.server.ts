import type { Db, Tx } from '#infra/db'

type Dossier = { exigencesId: string | null; campagneId: string; structure: { genre: string } }

/** The version a campagne asks by today: the last one published. Null when nothing was ever published. */
export async function exigencesEnVigueur(tx: Tx | Db, campagneId: string): Promise<string | null> {
  const version = await tx.versionExigences.findFirst({
    where: { campagneId, publieeLe: { not: null } },
    orderBy: { numero: 'desc' },
    select: { id: true },
  })
  return version?.id ?? null
}

/** What is asked of this dossier: by the version it was deposited under, else by the one that holds today. In reading order. */
export async function attenduesDuDossier(tx: Tx | Db, { exigencesId, campagneId, structure }: Dossier) {
  const id = exigencesId ?? (await exigencesEnVigueur(tx, campagneId))
  if (!id) return []
  return tx.pieceAttendue.findMany({ where: { exigencesId: id, genre: structure.genre }, orderBy: { rang: 'asc' } })
}
