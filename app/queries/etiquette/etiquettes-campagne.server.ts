import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { etiquettesDe } from '#infra/stores/etiquette/etiquette'

/** The étiquettes of a campagne in their order, each with its version and how many dossiers have it. Throws NotFound. */
export async function etiquettesCampagne(db: Db, code: string) {
  const campagne = await db.campagne.findUnique({ where: { code }, select: { id: true } })
  if (!campagne) throw new NotFound('campagne', code)
  const [etiquettes, lues] = await Promise.all([
    etiquettesDe(db, campagne.id),
    db.etiquette.findMany({
      where: { campagneId: campagne.id },
      select: { id: true, version: true, _count: { select: { dossiers: true } } },
    }),
  ])
  const parId = new Map(lues.map(({ id, ...une }) => [id, une]))
  return etiquettes.map((une) => ({
    ...une,
    version: parId.get(une.id)?.version ?? 0,
    dossiers: parId.get(une.id)?._count.dossiers ?? 0,
  }))
}

/** Those that may be put on a dossier: of its campagne, and not put away. */
export async function etiquettesOffertes(db: Db, dossierId: string) {
  const { campagneId } = await db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { campagneId: true } })
  return (await etiquettesDe(db, campagneId)).filter(({ archivee }) => !archivee)
}
