import { type FichierModifie, ajouterFichier, lireFichiers } from '#domain/portail/modification'
import type { Db, Tx } from '#infra/db'
import { Conflict } from '#infra/errors'
import type { Prisma } from '#prisma'

/** Changes that no officer has taken or set aside yet. */
export const EN_ATTENTE = { etat: { in: ['EN_COURS', 'REDEPOSEE'] } } as const satisfies Prisma.ModificationWhereInput

/** The set of changes that waits on this dossier, with what was reopened; null when there is none. */
export const findModification = (tx: Tx | Db, dossierId: string) =>
  tx.modification.findFirst({
    where: { dossierId, ...EN_ATTENTE },
    include: { deverrouillage: { select: { id: true, sections: true, champs: true, pieces: true } } },
  })

export type ModificationChargee = NonNullable<Awaited<ReturnType<typeof findModification>>>

/** The déverrouillage that new changes of this dossier belong to: the one still open, else the one whose changes wait. */
export async function deverrouillageDesChangements(tx: Tx, dossierId: string, now: Date): Promise<string | null> {
  const ouvert = await tx.deverrouillage.findFirst({
    where: { dossierId, refermeLe: null, echeance: { gt: now } },
    select: { id: true },
  })
  if (ouvert) return ouvert.id
  return (await findModification(tx, dossierId))?.deverrouillageId ?? null
}

/**
 * Takes one file away from the changes that wait, and gives the key it is stored under; null when it is not among them. Its id is the last part of that key
 * (#infra/storage newKey).
 */
export async function retirerFichier(tx: Tx, dossierId: string, fichierId: string): Promise<string | null> {
  const known = await findModification(tx, dossierId)
  const fichiers = lireFichiers(known?.fichiers)
  const retire = fichiers.find(({ cle }) => idDuFichier(cle) === fichierId)
  if (!known || !retire) return null
  await tx.modification.update({
    where: { id: known.id },
    data: { fichiers: fichiers.filter((un) => un !== retire), version: { increment: 1 } },
    select: { id: true },
  })
  return retire.cle
}

/** What names a file of the changes to whoever gave it. */
export const idDuFichier = (cle: string): string => cle.split('/').at(-1) ?? ''

/** Writes changes beside the deposited version; the first ones of an opening make its set. */
export async function ecrireModification(
  tx: Tx,
  { dossierId, deverrouillageId, ...change }: { dossierId: string; deverrouillageId: string } & Changement,
) {
  await tx.$queryRaw`SELECT id FROM modification WHERE dossier_id = ${dossierId}::uuid FOR UPDATE`
  const known = await findModification(tx, dossierId)
  const { fichier, donnees, lotId, etat, redeposeeLe } = change
  const fichiers = fichier && ajouterFichier(lireFichiers(known?.fichiers), fichier)
  const data = {
    ...(donnees && { donnees }),
    ...(fichiers && { fichiers: fichiers as Prisma.InputJsonArray }),
    ...(lotId && { lotId }),
    ...(etat && { etat, redeposeeLe }),
  }
  if (!known) return tx.modification.create({ data: { dossierId, deverrouillageId, ...data } })
  return tx.modification.update({ where: { id: known.id }, data: { ...data, version: { increment: 1 } } })
}

type Changement = {
  donnees?: Prisma.InputJsonObject
  fichier?: FichierModifie
  lotId?: string
  etat?: 'REDEPOSEE'
  redeposeeLe?: Date
}

/** The opening is over: what was changed meanwhile is kept and waits for an officer. Gives how many sets there were. */
export const cloreSaisie = async (tx: Tx, deverrouillageId: string): Promise<number> => {
  const { count } = await tx.modification.updateMany({
    where: { deverrouillageId, etat: 'EN_COURS' },
    data: { etat: 'REDEPOSEE', version: { increment: 1 } },
  })
  return count
}

/** Claims the set of changes for an answer: of two officers, the second gets Conflict. */
export async function claimModification(
  tx: Tx,
  { id, version, dossierId }: Pick<ModificationChargee, 'id' | 'version' | 'dossierId'>,
  change: Prisma.ModificationUncheckedUpdateManyInput,
) {
  const { count } = await tx.modification.updateMany({
    where: { id, version, ...EN_ATTENTE },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('dossier', dossierId)
}
