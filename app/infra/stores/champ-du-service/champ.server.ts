import { type ChampDuService, repondantDe, typeDeChamp } from '#domain/champ-du-service/champ'
import { type ChampDuDossier, lireValeurs } from '#domain/champ-du-service/valeur'
import { estRepondue } from '#domain/demande-en-ligne/questions-de-campagne'
import type { Donnees } from '#domain/portail/demande-lue'
import type { Db, Tx } from '#infra/db'
import type { Prisma } from '#prisma'

/** The row of a field. */
export type ChampGarde = {
  id: string
  libelle: string
  type: string
  choix: string[]
  repond: string
  aide: string
  archiveLe: Date | null
}

/** A field as it was kept. */
export const lireChampGarde = ({ id, libelle, type, choix, repond, aide, archiveLe }: ChampGarde): ChampDuService => ({
  ...{ id, libelle, choix, aide },
  type: typeDeChamp(type),
  repond: repondantDe(repond),
  archive: archiveLe !== null,
})

/** The order in which the fields of a campagne are shown. */
const ORDRE = [
  { rang: 'asc' },
  { creeLe: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.ChampDuServiceOrderByWithRelationInput[]

/** The fields of a campagne in their order, those put away too, each with its version. */
export const champsDe = async (tx: Tx | Db, campagneId: string) =>
  (
    await tx.champDuService.findMany({
      where: { campagneId },
      orderBy: ORDRE,
    })
  ).map(({ version, ...garde }) => ({ ...lireChampGarde(garde), version }))

/**
 * The fields that a dossier shows, each with what it holds: those that its campagne offers, and those that hold something, put away or of
 * the campagne it was of before.
 */
export async function champsDuDossier(
  tx: Tx | Db,
  { campagneId, champsService, donnees }: { campagneId: string; champsService: unknown; donnees: Prisma.JsonValue },
): Promise<ChampDuDossier[]> {
  const valeurs = lireValeurs(champsService)
  const lus = await tx.champDuService.findMany({
    where: { OR: [{ campagneId, archiveLe: null }, { id: { in: Object.keys(valeurs) } }] },
    orderBy: ORDRE,
  })
  return lus.map((garde) => ({
    champ: { ...lireChampGarde(garde), archive: garde.archiveLe !== null || garde.campagneId !== campagneId },
    deLaStructure: estRepondue(donnees as Donnees, garde.libelle),
    valeur: valeurs[garde.id] ?? null,
  }))
}

/** Gives a campagne the fields that another offers. */
export async function copierChamps(tx: Tx, { de, vers, le }: { de: string; vers: string; le: Date }) {
  const offerts = (await champsDe(tx, de)).filter(({ archive }) => !archive)
  await tx.champDuService.createMany({
    data: offerts.map(({ libelle, type, choix, repond, aide }, rang) => ({
      ...{ libelle, type, choix: [...choix], repond, aide, rang },
      campagneId: vers,
      creeLe: le,
    })),
  })
}
