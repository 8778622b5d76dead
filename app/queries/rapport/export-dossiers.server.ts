import { z } from 'zod'
import { CHAMPS_DOSSIER, lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { FORMATS_EXPORT } from '#domain/rapport/export'
import type { Db } from '#infra/db'
import { champsRemplis } from '#infra/stores/champ-du-service/champs-sql'
import { Prisma } from '#prisma'
import { BannetteDossiersParams, dossiersDuFiltre, ordreDe } from '#queries/dossier/bannette-dossiers'
import type { Regard } from '#queries/dossier/compteurs-dossiers'
import { pageDossiers } from '#queries/dossier/page-dossiers'

/** What is exported: the list, as the address of its bannette says it after `?`, the columns that are wanted, and to what. */
export const DemandeExport = z.object({
  recherche: z.string(),
  champs: z.array(z.enum(CHAMPS_DOSSIER)),
  format: z.enum(FORMATS_EXPORT),
})
export type DemandeExport = z.infer<typeof DemandeExport>

/** Rows read at once: memory stays flat whatever the filter holds. */
const LOT = 500

/** Rows of one export at most. */
const LIGNES_MAX = 200_000

/**
 * The dossiers of an export in the order of its list: how many they are when it begins, the fields of the service that they hold, and their lines, read as
 * they are asked for.
 */
export async function lignesDeLExport(db: Db, { recherche }: DemandeExport, regard: Regard) {
  const params = BannetteDossiersParams.parse(Object.fromEntries(new URLSearchParams(recherche)))
  const ids = await dossiersDuFiltre(db, params, regard, LIGNES_MAX)
  const ordre = ordreDe(params)
  async function* lignes() {
    for (let lus = 0; lus < ids.length; lus += LOT) {
      const lot = ids.slice(lus, lus + LOT)
      const page = await pageDossiers(db, {
        plan: 'chaque fois',
        where: [],
        ordre,
        depart: { ids: lot },
        size: lot.length,
        now: regard.now,
      })
      yield* lireLignesDossiers(page.lignes)
    }
  }
  const service = await champsRemplis(db, Prisma.sql`d.id = ANY(${[...ids]}::uuid[])`)
  return { total: ids.length, service, lignes: lignes() }
}

export type DossiersDeLExport = Awaited<ReturnType<typeof lignesDeLExport>>
