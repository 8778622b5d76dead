import { z } from 'zod'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import { type Chose, conditionDe, CriteresJournal, entreesApres } from '#queries/rapport/entrees-journal'

export const TAILLE_JOURNAL = 50

/** The same, and the entry after which the page goes on. */
export const JournalParams = CriteresJournal.extend({
  apres: z.coerce
    .bigint()
    .min(1n)
    .max(2n ** 62n)
    .optional()
    .catch(undefined),
})

/** One page of the journal; `suivante` is the entry after which the next one begins, null on the last. */
export async function pageJournal(db: Db, { apres, ...criteres }: z.output<typeof JournalParams>) {
  return pageDe(db, await conditionDe(db, criteres), apres)
}

/** What happened to one thing, the newest first. */
export const journalDe = (db: Db, { objet, objetId }: Chose, apres: bigint | undefined) =>
  pageDe(db, Prisma.sql`objet = ${objet} AND objet_id = ${objetId}`, apres)

async function pageDe(db: Db, condition: Prisma.Sql, apres: bigint | undefined) {
  const lues = await entreesApres(db, condition, apres, TAILLE_JOURNAL + 1)
  const entrees = lues.slice(0, TAILLE_JOURNAL)
  return { entrees, suivante: lues.length > TAILLE_JOURNAL ? (entrees.at(-1)?.id ?? null) : null }
}

/** Those who may have written in the journal, by name, closed accounts too. */
export async function agentsDuJournal(db: Db): Promise<{ valeur: string; texte: string }[]> {
  const agents = await db.agent.findMany({
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
    select: { id: true, prenom: true, nom: true },
  })
  return agents.map(({ id, prenom, nom }) => ({ valeur: id, texte: `${prenom} ${nom}` }))
}
