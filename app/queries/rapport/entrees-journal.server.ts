import { z } from 'zod'
import { ACTES_JOURNAL, OBJETS_JOURNAL, type ObjetJournal } from '#domain/journal/entree'
import { addDays, debutDeJournee } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'

const jour = z
  .string()
  .transform((dit) => {
    const lu = jourSaisi(dit)
    return lu.ok ? lu.value : undefined
  })
  .optional()
  .catch(undefined)

/** What may be asked of the journal. An unknown value falls back; it never reaches the database. */
export const CriteresJournal = z.object({
  acte: z.enum(ACTES_JOURNAL).optional().catch(undefined),
  agent: z
    .union([z.uuid(), z.literal('SYSTEME')])
    .optional()
    .catch(undefined),
  objet: z.enum(OBJETS_JOURNAL).optional().catch(undefined),
  q: z.string().trim().max(120).optional().catch(undefined),
  depuis: jour,
  jusqua: jour,
})
export type CriteresJournal = z.output<typeof CriteresJournal>

export type LigneJournal = {
  id: bigint
  le: Date
  acteur: string
  acte: string
  objet: string
  objetId: string
  detail: unknown
}

/** A thing of which the journal tells. */
export type Chose = { objet: ObjetJournal; objetId: string }

/** What a word names: a dossier by its number, a campagne by its code, an agent by its mail, anything by its id. Empty: nothing. */
async function choses(db: Db, q: string): Promise<Chose[]> {
  const [dossiers, campagnes, agents] = await Promise.all([
    db.dossier.findMany({ where: { numero: q }, select: { id: true } }),
    db.campagne.findMany({ where: { code: q.toUpperCase() }, select: { id: true } }),
    db.agent.findMany({ where: { courriel: q.toLowerCase() }, select: { id: true } }),
  ])
  const de = (objet: ObjetJournal, lus: { id: string }[]) => lus.map(({ id: objetId }) => ({ objet, objetId }))
  const nommes = [...de('dossier', dossiers), ...de('campagne', campagnes), ...de('agent', agents)]
  return z.uuid().safeParse(q).success
    ? [...nommes, ...OBJETS_JOURNAL.map((objet) => ({ objet, objetId: q.toLowerCase() }))]
    : nommes
}

/** The condition of these criteria on the journal. */
export async function conditionDe(
  db: Db,
  { acte, agent, objet, q, depuis, jusqua }: CriteresJournal,
): Promise<Prisma.Sql> {
  const conditions = [
    acte && Prisma.sql`acte = ${acte}`,
    agent && (agent === 'SYSTEME' ? Prisma.sql`acteur_type = 'SYSTEME'` : Prisma.sql`acteur_id = ${agent}::uuid`),
    objet && Prisma.sql`objet = ${objet}`,
    depuis && Prisma.sql`le >= ${debutDeJournee(depuis)}`,
    jusqua && Prisma.sql`le < ${debutDeJournee(addDays(jusqua, 1))}`,
  ].filter((une) => une !== undefined)
  if (q) {
    const vises = await choses(db, q)
    const paires = vises.map((vise) => Prisma.sql`(${vise.objet}, ${vise.objetId})`)
    conditions.push(paires.length > 0 ? Prisma.sql`(objet, objet_id) IN (${Prisma.join(paires)})` : Prisma.sql`false`)
  }
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}

const COLONNES = Prisma.sql`id, le, acteur, acte, objet, objet_id AS "objetId", detail`

/**
 * The entries that answer these criteria, the newest first, from the one after `apres` on. By instant then number: a page is found by an
 * index however far back it is.
 */
export async function entreesApres(db: Db, condition: Prisma.Sql, apres: bigint | undefined, combien: number) {
  const suite = apres
    ? Prisma.sql`AND (le, id) < (SELECT le, id FROM entree_journal WHERE id = ${apres})`
    : Prisma.empty
  return db.$queryRaw<LigneJournal[]>`
    SELECT ${COLONNES} FROM entree_journal WHERE ${condition} ${suite} ORDER BY le DESC, id DESC LIMIT ${combien}`
}

/** How many entries answer these criteria, counted no further than `max` + 1. */
export async function compterJournal(db: Db, criteres: CriteresJournal, max: number): Promise<number> {
  const condition = await conditionDe(db, criteres)
  const [lu] = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM (SELECT 1 FROM entree_journal WHERE ${condition} LIMIT ${max + 1}) t`
  return Number(lu?.n ?? 0)
}

const PAQUET = 1_000

/** Every entry that answers these criteria, a batch at a time. */
export async function* parcourirJournal(db: Db, criteres: CriteresJournal): AsyncGenerator<LigneJournal[]> {
  const condition = await conditionDe(db, criteres)
  for (let apres: bigint | undefined; ;) {
    const lues = await entreesApres(db, condition, apres, PAQUET)
    if (lues.length > 0) yield lues
    apres = lues.at(-1)?.id
    if (lues.length < PAQUET) return
  }
}

/** How people call each thing of these entries: the number of a dossier, the code of a campagne; the others have no name of their own. */
export async function nomsDesChoses(db: Db, entrees: readonly Pick<LigneJournal, 'objet' | 'objetId'>[]) {
  const ids = (objet: ObjetJournal) => [...new Set(entrees.filter((e) => e.objet === objet).map((e) => e.objetId))]
  const [dossiers, campagnes] = await Promise.all([
    db.dossier.findMany({ where: { id: { in: ids('dossier') } }, select: { id: true, numero: true } }),
    db.campagne.findMany({ where: { id: { in: ids('campagne') } }, select: { id: true, code: true } }),
  ])
  return new Map([
    ...dossiers.map(({ id, numero }) => [id, numero ?? id] as const),
    ...campagnes.map(({ id, code }) => [id, code] as const),
  ])
}
