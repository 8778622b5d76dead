import type { Genre } from '#domain/structure/genre'
import type { LieuDuDossier } from '#domain/courriel/lieu-du-dossier'
import { aEcrire } from '#infra/stores/dossier/lieu'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { EN_ATTENTE } from '#infra/stores/deverrouillage/modification'
import type { Prisma } from '#prisma'

const AGREGAT = {
  structure: true,
  campagne: true,
  deverrouillages: { orderBy: { ouvertLe: 'asc' } },
  pieces: {
    orderBy: [{ rang: 'asc' }, { id: 'asc' }],
    include: { versions: { orderBy: { numero: 'desc' }, take: 1 } },
  },
  decision: true,
  modifications: { where: EN_ATTENTE },
  demandesDeverrouillage: { select: { id: true, etat: true } },
} as const satisfies Prisma.DossierInclude

type Lu = Prisma.DossierGetPayload<{ include: typeof AGREGAT }>
export type DossierCharge = Omit<Lu, 'structure'> & {
  structure: Omit<Lu['structure'], 'genre'> & { genre: Genre | null }
  lieu: LieuDuDossier
}

/** The dossier with all that its rules look at. Throws NotFound. */
export async function loadDossier(tx: Tx, id: string): Promise<DossierCharge> {
  const dossier = await tx.dossier.findUnique({ where: { id }, include: AGREGAT })
  if (!dossier) throw new NotFound('dossier', id)
  return aEcrire(dossier)
}

/** What the dossier's version is now, for a rule that has looked at more rows since it was loaded. Throws NotFound. */
export async function loadVersion(tx: Tx, id: string): Promise<{ id: string; version: number }> {
  const dossier = await tx.dossier.findUnique({ where: { id }, select: { id: true, version: true } })
  if (!dossier) throw new NotFound('dossier', id)
  return dossier
}

/** Claims the dossier for this act: the row must still be at the version the act was decided on, else Conflict. */
export async function claimVersion(
  tx: Tx,
  dossier: { id: string; version: number },
  change: Prisma.DossierUncheckedUpdateManyInput = {},
) {
  const { count } = await tx.dossier.updateMany({
    where: { id: dossier.id, version: dossier.version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('dossier', dossier.id)
}

/** The version the officer's page was made from must be the one just loaded, else somebody acted meanwhile. */
export function expectVersion(objet: string, row: { id: string; version: number }, seen: number) {
  if (row.version !== seen) throw new Conflict(objet, row.id)
}
