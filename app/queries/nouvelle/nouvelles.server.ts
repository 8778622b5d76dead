import type { z } from 'zod'
import { NOUVELLES_COMPTEES, type SujetDAbonnement } from '#domain/nouvelle/abonnement'
import { type Db, lire } from '#infra/db'
import { lireNouvelles } from '#infra/stores/nouvelle/nouvelle'
import { direNouvelle } from '#libelles/nouvelle/dire-nouvelle'
import { Prisma } from '#prisma'
import { JournalParams } from '#queries/journal/page-journal'

/** On one page, the newest first. */
const PAR_PAGE = 50

/** The entry after which the page goes on. */
export const NouvellesParams = JournalParams.pick({ apres: true })

/** How many entries this agent was told of and has not looked at, as far as the bell counts. */
export const nonVuesDe = (agentId: Prisma.Sql) =>
  Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM nouvelle WHERE agent_id = ${agentId} AND vue_le IS NULL LIMIT ${Prisma.raw(String(NOUVELLES_COMPTEES))}) n)`

/** A page of what others did on what this agent is told of, the newest first, and the entry after which the next one goes on. */
export async function mesNouvelles(db: Db, agentId: string, { apres }: z.output<typeof NouvellesParams>) {
  const lues = await lireNouvelles(db, agentId, Prisma.sql`entree_id < ${apres ?? 2n ** 62n}`, PAR_PAGE + 1)
  const montrees = lues.slice(0, PAR_PAGE)
  return {
    suivante: lues.length > PAR_PAGE ? (montrees.at(-1)?.entree ?? null) : null,
    nouvelles: montrees.map((ligne) => ({
      ...{ entree: ligne.entree, vue: ligne.vue, pour: ligne.pour, le: new Date(ligne.le) },
      ...direNouvelle(ligne),
    })),
  }
}

/** Is this agent told of what others do there? */
export async function estAverti(db: Db, { objet, id }: SujetDAbonnement, agentId: string): Promise<boolean> {
  const [lu] = await lire<{ averti: boolean }>(
    db,
    Prisma.sql`SELECT ${agentId}::uuid IN (SELECT abonnes_de(${objet}, ${id}::uuid)) AS averti`,
  )
  return lu?.averti === true
}

/** Has this agent asked for the mail of each working morning? */
export const resumeVoulu = async (db: Db, agentId: string): Promise<boolean> =>
  (await db.agent.count({ where: { id: agentId, resumeDuJour: true } })) > 0
