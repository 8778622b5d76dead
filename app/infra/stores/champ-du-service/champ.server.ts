import { type ChampDuService, typeDeChamp } from '#domain/champ-du-service/champ'
import { type ChampDuDossier, lireValeurs } from '#domain/champ-du-service/valeur'
import type { Db, Tx } from '#infra/db'

type Garde = { id: string; libelle: string; type: string; choix: string[]; archiveLe: Date | null }

/** A field as it was kept. */
const lireChampGarde = ({ id, libelle, type, choix, archiveLe }: Garde): ChampDuService => ({
  ...{ id, libelle, choix },
  type: typeDeChamp(type),
  archive: archiveLe !== null,
})

/** The fields of a campagne in their order, those put away too, each with its version. */
export const champsDe = async (tx: Tx | Db, campagneId: string) =>
  (
    await tx.champDuService.findMany({
      where: { campagneId },
      orderBy: [{ rang: 'asc' }, { creeLe: 'asc' }, { id: 'asc' }],
    })
  ).map(({ version, ...garde }) => ({ ...lireChampGarde(garde), version }))

/**
 * The fields that a dossier shows, each with what it holds: those that its campagne offers, and those that hold something, put away or of
 * the campagne it was of before.
 */
export async function champsDuDossier(
  tx: Tx | Db,
  { campagneId, champsService }: { campagneId: string; champsService: unknown },
): Promise<ChampDuDossier[]> {
  const valeurs = lireValeurs(champsService)
  const lus = await tx.champDuService.findMany({
    where: { OR: [{ campagneId, archiveLe: null }, { id: { in: Object.keys(valeurs) } }] },
    orderBy: [{ rang: 'asc' }, { creeLe: 'asc' }, { id: 'asc' }],
  })
  return lus.map((garde) => ({
    champ: { ...lireChampGarde(garde), archive: garde.archiveLe !== null || garde.campagneId !== campagneId },
    valeur: valeurs[garde.id] ?? null,
  }))
}

/** Gives a campagne the fields that another offers. */
export async function copierChamps(tx: Tx, { de, vers, le }: { de: string; vers: string; le: Date }) {
  const offerts = (await champsDe(tx, de)).filter(({ archive }) => !archive)
  await tx.champDuService.createMany({
    data: offerts.map(({ libelle, type, choix }, rang) => ({
      ...{ libelle, type, choix: [...choix], rang },
      campagneId: vers,
      creeLe: le,
    })),
  })
}
