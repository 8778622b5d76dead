import { couleurDe, type Etiquette } from '#domain/etiquette/etiquette'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'

type Lue = { id: string; nom: string; couleur: string; archiveeLe: Date | null }

/** An étiquette as it was kept. */
export const lireEtiquetteGardee = ({ id, nom, couleur, archiveeLe }: Lue): Etiquette => ({
  id,
  nom,
  couleur: couleurDe(couleur),
  archivee: archiveeLe !== null,
})

/** The étiquettes of a campagne in their order, those put away too. */
export const etiquettesDe = async (tx: Tx | Db, campagneId: string): Promise<Etiquette[]> =>
  (await tx.etiquette.findMany({ where: { campagneId }, orderBy: [{ rang: 'asc' }, { creeLe: 'asc' }] })).map(
    lireEtiquetteGardee,
  )

/** Those on a dossier, in their order. */
export const etiquettesPosees = async (tx: Tx | Db, dossierId: string): Promise<Etiquette[]> =>
  (
    await tx.etiquetteDeDossier.findMany({
      where: { dossierId },
      orderBy: [{ etiquette: { rang: 'asc' } }, { etiquette: { creeLe: 'asc' } }],
      select: { etiquette: true },
    })
  ).map(({ etiquette }) => lireEtiquetteGardee(etiquette))

/** The campagne whose étiquettes are set, held until the commit so that two who add one do not take the same name. Throws NotFound. */
export async function campagneTenue(tx: Tx, code: string): Promise<{ id: string; code: string }> {
  const [campagne] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM campagne WHERE code = ${code} FOR NO KEY UPDATE`
  if (!campagne) throw new NotFound('campagne', code)
  return { id: campagne.id, code }
}

/** The names that a lot may put on dossiers or take off them, of every campagne that is not archived. */
export async function nomsDEtiquettes(db: Tx | Db): Promise<string[]> {
  const lues = await db.etiquette.findMany({
    where: { archiveeLe: null, campagne: { etat: { not: 'ARCHIVEE' } } },
    orderBy: { nom: 'asc' },
    distinct: ['nom'],
    select: { nom: true },
  })
  return lues.map(({ nom }) => nom)
}
