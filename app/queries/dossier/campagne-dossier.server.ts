import { estArrete } from '#domain/dossier/etat'
import type { Db } from '#infra/db'
import { campagnesQuiPrennent } from '#queries/campagne/campagnes'

/** The campagne of a dossier, and the others it may be moved to, the newest first; none on a draft or once decided. */
export async function campagneDossier(db: Db, id: string) {
  const { etat, version, reprisLe, campagne } = await db.dossier.findUniqueOrThrow({
    where: { id },
    select: { etat: true, version: true, reprisLe: true, campagne: { select: { code: true, libelle: true } } },
  })
  const ouverte = etat !== 'BROUILLON' && !estArrete(etat)
  const autres = ouverte ? (await campagnesQuiPrennent(db)).filter(({ code }) => code !== campagne.code) : []
  return { version, campagne, autres, reprisLe }
}
