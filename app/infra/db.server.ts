import { createHash } from 'node:crypto'
import pg from 'pg'
import { ClientQuiTient } from '#infra/postgres/client-qui-tient'
import { PrismaQuiRend } from '#infra/postgres/connexion-rendue'
import { PrismaClient, type Prisma } from '#prisma'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

/** The connections of each client, for what is read without Prisma's own compiler. */
const POOLS = new WeakMap<Db, pg.Pool>()

/** How long, in ms, a connection is waited for: past it the server is not there, or all are taken, and who asks is told so. */
const CONNEXION_MS = 20_000

/**
 * Prisma over node-postgres; `max` connections at most. The caller disconnects. The session is in UTC whatever the server's own
 * zone: the adapter writes and reads instants without their offset.
 */
export function makeDb(url: string, max = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: CONNEXION_MS,
    keepAlive: true,
    Client: ClientQuiTient,
  })
  // A server that stops cuts connections that nobody uses. Nobody waits for them: the next query opens another, or says what is wrong.
  pool.on('error', () => undefined)
  const db = new PrismaClient({
    adapter: new PrismaQuiRend(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  })
  POOLS.set(db, pool)
  return db
}

/** Statements that keep their plan, in this process and on each of its connections: those seen first, which are the screens as they open. */
const NOMMEES_MAX = 300

const noms = new Map<string, string>()

/** The name under which Postgres keeps the plan of this statement; none once there are enough: filters combine without end. */
function nomDe(texte: string): string | undefined {
  const connu = noms.get(texte)
  if (connu !== undefined || noms.size >= NOMMEES_MAX) return connu
  const nom = createHash('sha1').update(texte).digest('base64url')
  noms.set(texte, nom)
  return nom
}

/**
 * Reads rows straight from Postgres on the client's own connections: a hot screen is one round trip, parsed and planned once. `T` is what the
 * statement says, as node-postgres gives it: text for what JavaScript has no exact number for, and for dates where the statement casts them.
 * With `plan: 'chaque fois'` the statement is planned for the values it is given, where one plan would not do for all.
 */
export async function lire<T extends object>(
  db: Db,
  requete: Prisma.Sql,
  { plan = 'garde' }: { plan?: 'garde' | 'chaque fois' } = {},
): Promise<T[]> {
  const pool = POOLS.get(db)
  if (!pool) throw new Error('this client was not made by makeDb')
  const texte = requete.text
  const name = plan === 'garde' ? nomDe(texte) : undefined
  return (await pool.query<T>({ ...(name && { name }), text: texte, values: [...requete.values] })).rows
}
