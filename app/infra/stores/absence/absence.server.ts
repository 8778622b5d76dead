import type { Periode } from '#domain/absence/absence'
import { fromDate, type Jour, toDate } from '#domain/temps/jour'
import { type Db, lire, type Tx } from '#infra/db'
import { Prisma } from '#prisma'

const NOMS = { select: { id: true, prenom: true, nom: true } } as const

const nomDe = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`

/** What was said of the officers that is not over yet, of all or of one, the first to come first. */
export const absencesAVenir = async (db: Db, today: Jour, agentId?: string) =>
  (
    await db.absence.findMany({
      where: { termineeLe: null, au: { gte: toDate(today) }, ...(agentId !== undefined && { agentId }) },
      orderBy: [{ du: 'asc' }, { id: 'asc' }],
      include: { agent: NOMS, remplacant: NOMS },
    })
  ).map(({ id, version, agentId: qui, du, au, agent, remplacant }) => ({
    ...{ id, version, agentId: qui, du: fromDate(du), au: fromDate(au) },
    ...{ nom: nomDe(agent), remplacant: nomDe(remplacant) },
  }))

/** Who is away on this day, by id: until when, and who stands in. There are a few at most. */
export async function absentsDuJour(db: Db, jour: Jour): Promise<Map<string, { au: Jour; remplacant: string }>> {
  const lues = await db.absence.findMany({
    where: { termineeLe: null, du: { lte: toDate(jour) }, au: { gte: toDate(jour) } },
    select: { agentId: true, au: true, remplacant: NOMS },
  })
  return new Map(
    lues.map(({ agentId, au, remplacant }) => [agentId, { au: fromDate(au), remplacant: nomDe(remplacant) }]),
  )
}

/** Whom one stands in for on this day, were it for one who stood in for another, and how many of their fiches wait. */
export const remplacesPar = (db: Db, moi: string, jour: Jour) =>
  lire<{ agentId: string; nom: string; fiches: number }>(
    db,
    Prisma.sql`SELECT a.id AS "agentId", a.prenom || ' ' || a.nom AS nom,
        (SELECT count(*)::int FROM pre_projet p WHERE p.agent_id = a.id AND p.etat = 'A_TRAITER') AS fiches
      FROM remplaces_par(${moi}::uuid, ${jour}::date) r JOIN agent a ON a.id = r ORDER BY a.nom, a.prenom, a.id`,
  )

/** The days of what was said of one officer, from this day on. */
export const periodesDe = async (tx: Tx, agentId: string, today: Jour): Promise<Periode[]> =>
  (
    await tx.absence.findMany({
      where: { agentId, termineeLe: null, au: { gte: toDate(today) } },
      select: { du: true, au: true },
    })
  ).map(({ du, au }) => ({ du: fromDate(du), au: fromDate(au) }))
