import { couleurDe, type Etiquette } from '#domain/etiquette/etiquette'
import type { Db, Tx } from '#infra/db'
import type { Prisma } from '#prisma'

type Lue = { id: string; nom: string; couleur: string; archiveeLe: Date | null }

/** An étiquette as it was kept. */
export const lireEtiquetteGardee = ({ id, nom, couleur, archiveeLe }: Lue): Etiquette => ({
  id,
  nom,
  couleur: couleurDe(couleur),
  archivee: archiveeLe !== null,
})

/** The order in which the étiquettes of a campagne are shown. */
export const EN_ORDRE = [
  { rang: 'asc' },
  { creeLe: 'asc' },
] as const satisfies Prisma.EtiquetteOrderByWithRelationInput[]

/** The étiquettes of a campagne in their order, those put away too. */
export const etiquettesDe = async (tx: Tx | Db, campagneId: string): Promise<Etiquette[]> =>
  (await tx.etiquette.findMany({ where: { campagneId }, orderBy: [...EN_ORDRE] })).map(lireEtiquetteGardee)

/** Those on a dossier, in their order. */
export const etiquettesPosees = async (tx: Tx | Db, dossierId: string): Promise<Etiquette[]> =>
  (
    await tx.etiquetteDeDossier.findMany({
      where: { dossierId },
      orderBy: EN_ORDRE.map((etiquette) => ({ etiquette })),
      select: { etiquette: true },
    })
  ).map(({ etiquette }) => lireEtiquetteGardee(etiquette))
