import type { Db } from '#infra/db'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { aReappliquer, changementsDemandes } from '#infra/stores/campagne/reapplication'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'

/** Dossiers of which the preview tells one by one what they would gain and lose. */
const MONTRES = 50

/** What asking the version in force of every undecided dossier would change, before it is done. Throws NotFound. */
export async function apercuReapplication(db: Db, code: string) {
  const campagne = await campagneDuCode(db, code)
  const exigencesId = await exigencesEnVigueur(db, campagne.id)
  if (!exigencesId) return { exigencesId: null, total: 0, dossiers: [] }
  const where = aReappliquer(campagne.id, exigencesId)
  const [total, dossiers] = await Promise.all([
    db.dossier.count({ where }),
    db.dossier.findMany({
      where,
      orderBy: { numero: 'asc' },
      take: MONTRES,
      select: {
        id: true,
        numero: true,
        objet: true,
        exigencesId: true,
        structure: { select: { nom: true, genre: true } },
      },
    }),
  ])
  const changements = await changementsDemandes(db, dossiers, exigencesId)
  return {
    exigencesId,
    total,
    dossiers: dossiers.map(({ id, numero, objet, structure }) => ({
      numero: numero ?? '',
      objet,
      structure: structure.nom,
      changements: changements.get(id) ?? [],
    })),
  }
}
