import type { Note } from '#domain/notation/lecture'
import type { Db, Tx } from '#infra/db'
import type { Prisma } from '#prisma'

/** The critères of a campagne in their order, those put away too, each with its version. */
export const criteresDe = async (tx: Tx | Db, campagneId: string) =>
  (
    await tx.critereDeNotation.findMany({
      where: { campagneId },
      orderBy: [{ rang: 'asc' }, { creeLe: 'asc' }, { id: 'asc' }],
    })
  ).map(({ id, libelle, aide, maximum, archiveLe, version }) => ({
    ...{ id, libelle, aide, maximum, version },
    archive: archiveLe !== null,
  }))

/** Those that are offered to readers. */
export const criteresOfferts = async (tx: Tx | Db, campagneId: string) =>
  (await criteresDe(tx, campagneId)).filter(({ archive }) => !archive)

/** Gives a campagne the critères that another offers. */
export async function copierCriteres(tx: Tx, { de, vers, le }: { de: string; vers: string; le: Date }) {
  await tx.critereDeNotation.createMany({
    data: (await criteresOfferts(tx, de)).map(({ libelle, aide, maximum }, rang) => ({
      ...{ libelle, aide, maximum, rang },
      campagneId: vers,
      creeLe: le,
    })),
  })
}

const champ = (lu: Prisma.JsonObject, nom: string): string => {
  const valeur = lu[nom]
  return typeof valeur === 'string' ? valeur : ''
}

/** The notes of a lecture as they were kept. */
export const lireNotes = (lues: Prisma.JsonValue): Note[] =>
  (Array.isArray(lues) ? lues : []).flatMap((lue) => {
    if (typeof lue !== 'object' || lue === null || Array.isArray(lue)) return []
    const { maximum, points } = lue
    return [
      {
        ...{ critereId: champ(lue, 'critereId'), libelle: champ(lue, 'libelle'), aide: champ(lue, 'aide') },
        maximum: typeof maximum === 'number' ? maximum : 0,
        points: typeof points === 'number' ? points : null,
        justification: champ(lue, 'justification'),
      },
    ]
  })

/** The lecture of this officer that stands on a dossier. */
export const lectureDe = (tx: Tx | Db, dossierId: string, agentId: string) =>
  tx.lecture.findFirst({ where: { dossierId, agentId, remplaceeLe: null } })
