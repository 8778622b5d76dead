import { direValeur, estAuService } from '#domain/champ-du-service/valeur'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { champsDe, champsDuDossier } from '#infra/stores/champ-du-service/champ'
import { valeurASaisir } from '#libelles/champ-du-service/champ'

/** The fields that the service gave to a campagne, and how many dossiers hold something in each. Throws NotFound. */
export async function champsCampagne(db: Db, code: string) {
  const campagne = await db.campagne.findUnique({ where: { code }, select: { id: true } })
  if (!campagne) throw new NotFound('campagne', code)
  const champs = await champsDe(db, campagne.id)
  const remplis = await db.$queryRaw<{ id: string; n: number }[]>`
    SELECT k.id, count(*)::int AS n FROM champ_du_service k JOIN dossier d ON d.champs_service ? k.id::text
    WHERE k.campagne_id = ${campagne.id}::uuid GROUP BY k.id`
  return champs.map((champ) => ({ ...champ, dossiers: remplis.find(({ id }) => id === champ.id)?.n ?? 0 }))
}

/** The fields of the service on a dossier, with the version of the dossier they are read at: what each holds, in words and as it would be typed. */
export async function champsServiceDossier(db: Db, dossierId: string) {
  const { version, ...dossier } = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { campagneId: true, champsService: true, donnees: true, version: true },
  })
  const champs = await champsDuDossier(db, dossier)
  return {
    version,
    champs: champs.map((un) => ({
      ...un.champ,
      deLaStructure: un.deLaStructure,
      auService: estAuService(un),
      dit: direValeur(un.champ.type, un.valeur),
      saisie: valeurASaisir(un.champ.type, un.valeur),
    })),
  }
}
