import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { EN_ORDRE, etiquettesDe, lireEtiquetteGardee } from '#infra/stores/etiquette/etiquette'

/** The étiquettes of a campagne in their order, each with its version and how many dossiers have it. Throws NotFound. */
export async function etiquettesCampagne(db: Db, code: string) {
  const campagne = await db.campagne.findUnique({ where: { code }, select: { id: true } })
  if (!campagne) throw new NotFound('campagne', code)
  const lues = await db.etiquette.findMany({
    where: { campagneId: campagne.id },
    orderBy: [...EN_ORDRE],
    include: { _count: { select: { dossiers: true } } },
  })
  return lues.map(({ version, _count, ...une }) => ({
    ...lireEtiquetteGardee(une),
    version,
    dossiers: _count.dossiers,
  }))
}

/** Those that may be put on a dossier: of its campagne, and not put away. */
export async function etiquettesOffertes(db: Db, dossierId: string) {
  const { campagneId } = await db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { campagneId: true } })
  return (await etiquettesDe(db, campagneId)).filter(({ archivee }) => !archivee)
}
