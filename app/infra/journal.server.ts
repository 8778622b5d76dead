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
export async function writeJournal(tx: Tx, qui: Acteur, { acte, objet, objetId, detail = {}, le }: Entree) {
  if (qui.type === 'AGENT') await noterEnvoi(tx, qui, le)
  const { acteurType, acteurId, acteur } = colonnesDActeur(qui)
  // Written as it is sent: no act goes without it, and what would be read back is looked at by nobody.
  await tx.$executeRaw`
    INSERT INTO entree_journal (acteur_type, acteur_id, acteur, acte, objet, objet_id, detail, le)
    VALUES (${acteurType}::"TypeActeur", ${acteurId}::uuid, ${acteur}, ${acte}, ${objet}, ${objetId},
      ${JSON.stringify(detail)}::jsonb, ${le})`
}

/** Who acted last on a thing, how and when; null where nobody did. */
type DernierActe = { acteur: string; acte: string; le: Date } | null

export const dernierActeSur = async (db: Db, objet: string, objetId: string): Promise<DernierActe> =>
  db.entreeJournal.findFirst({
    where: { objet, objetId },
    orderBy: { id: 'desc' },
    select: { acteur: true, acte: true, le: true },
  })
