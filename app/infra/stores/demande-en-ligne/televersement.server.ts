import { type PourQuoi, SANS_EMPREINTE, vivantDepuis } from '#domain/demande-en-ligne/televersement'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import type { Prisma } from '#prisma'

/** Where the bytes of one are, in the storage. */
export const cleDeTeleversement = (id: string): string => `televersements/${id}`

/** One of this person; throws NotFound for any other: nothing tells that it is there. */
export async function televersementDe(db: Db | Tx, demandeurId: string, id: string) {
  const televersement = await db.televersement.findFirst({ where: { id, demandeurId } })
  if (!televersement) throw new NotFound('televersement', id)
  return televersement
}

export type TeleversementCharge = Awaited<ReturnType<typeof televersementDe>>

/** What it is for. */
export function pourQuoi({ demandeEnLigneId, dossierId }: TeleversementCharge): PourQuoi {
  if (demandeEnLigneId !== null) return { demandeEnLigneId }
  if (dossierId !== null) return { dossierId }
  throw new Error('a televersement is for nothing')
}

/** Held until the act ends: what was to be done of it, done already, or gone since. */
export async function tenirTeleversement(tx: Tx, id: string): Promise<'A_FINIR' | 'FINI' | 'PARTI'> {
  const [tenu] = await tx.$queryRaw<{ fini: boolean }[]>`
    SELECT fini_le IS NOT NULL AS fini FROM televersement WHERE id = ${id}::uuid FOR UPDATE`
  if (!tenu) return 'PARTI'
  return tenu.fini ? 'FINI' : 'A_FINIR'
}

/** Those that may still become a pièce: one that comes whole and fell silent is over, for it does not go on. */
export const quiContinuent = (now: Date): Prisma.TeleversementWhereInput => ({
  finiLe: null,
  OR: [{ sha256: { not: SANS_EMPREINTE } }, { recuLe: { gt: vivantDepuis(now) } }],
})

/** Two beginnings at once of one person follow each other: what is on its way is counted by one at a time. */
export const tenirEnvois = (tx: Tx, demandeurId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('televersements'), hashtext(${demandeurId}))`

const UNE_HEURE_MS = 60 * 60_000

/** What is on its way already, as `verifierPlace` looks at it. */
export async function enVolDe(tx: Tx, demandeurId: string, { pour, le }: { pour: PourQuoi; le: Date }) {
  const enVol = quiContinuent(le)
  return {
    miens: await tx.televersement.findMany({ where: { demandeurId, ...enVol }, select: { taille: true } }),
    pourLaMeme: await tx.televersement.count({ where: { ...pour, ...enVol } }),
    dansLHeure: await tx.televersement.count({
      where: { demandeurId, creeLe: { gt: new Date(le.getTime() - UNE_HEURE_MS) } },
    }),
  }
}

/** How much of it has come, and when. */
export const noterRecu = (db: Db, id: string, { recu, le }: { recu: number; le: Date }) =>
  db.televersement.updateMany({ where: { id, finiLe: null }, data: { recu, recuLe: le } })

/** It is over: a pièce, or refused. */
export const finirTeleversement = (
  db: Db | Tx,
  id: string,
  { le, refus = '', detail = '' }: { le: Date; refus?: string; detail?: string },
) =>
  db.televersement.updateMany({
    where: { id, finiLe: null },
    data: { finiLe: le, refus, refusDetail: detail },
  })

/** The name of a file that a deposit waits for, empty where nobody knows it yet; null when all that was sent has come, or was given up. */
export async function fichierEnVol(tx: Tx, demandeEnLigneId: string, now: Date): Promise<string | null> {
  const [enVol] = await tx.$queryRaw<{ nomFichier: string }[]>`
    SELECT nom_fichier AS "nomFichier" FROM televersement
    WHERE demande_en_ligne_id = ${demandeEnLigneId}::uuid AND fini_le IS NULL AND recu_le > ${vivantDepuis(now)}
    ORDER BY cree_le, id LIMIT 1`
  return enVol?.nomFichier ?? null
}
