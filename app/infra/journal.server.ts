import type { Acteur } from '#domain/acces/acteur'
import type { ActeJournal, ObjetJournal } from '#domain/journal/entree'
import { colonnesDActeur } from '#infra/acteur'
import type { Db, Tx } from '#infra/db'
import { noterEnvoi } from '#infra/stores/acces/envoi'
import type { Prisma } from '#prisma'

export type Entree = {
  acte: ActeJournal
  objet: ObjetJournal
  objetId: string
  detail?: Prisma.InputJsonObject
  le: Date
}

/**
 * Adds one entry to the journal in the transaction of the act. Call it after every row of the act is claimed:
 * it holds the journal's lock until the commit. The submission that the act answers to is kept with it.
 */
export async function writeJournal(tx: Tx, acteur: Acteur, { acte, objet, objetId, detail = {}, le }: Entree) {
  if (acteur.type === 'AGENT') await noterEnvoi(tx, acteur, le)
  await tx.entreeJournal.create({
    data: {
      ...colonnesDActeur(acteur),
      acte,
      objet,
      objetId,
      detail,
      le,
    },
  })
}

/** Who acted last on a thing, how and when; null where nobody did. */
type DernierActe = { acteur: string; acte: string; le: Date } | null

export const dernierActeSur = async (db: Db, objet: string, objetId: string): Promise<DernierActe> =>
  db.entreeJournal.findFirst({
    where: { objet, objetId },
    orderBy: { id: 'desc' },
    select: { acteur: true, acte: true, le: true },
  })
