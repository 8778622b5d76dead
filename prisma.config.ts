import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { defineConfig } from 'prisma/config'

/**
 * The Prisma CLI on WebAssembly: no engine binary is downloaded (docs/decisions/0009).
 * The CLI wants a DATABASE_URL for every command, `generate` included, where it is never dialled.
 */
process.env.DATABASE_URL ??= 'postgresql://personne@127.0.0.1:1/aucune'

/** The engine waits 10 s for its lock and forgets to clear the timer: a command that is done must not wait for it. */
const LOCK_TIMEOUT_MS = 10_000
const startTimer = globalThis.setTimeout
Object.assign(globalThis, {
  setTimeout: (work: () => void, ms?: number) => {
    const timer = startTimer(work, ms)
    return ms === LOCK_TIMEOUT_MS ? timer.unref() : timer
  },
})

/** Types of the Postgres catalogue that the adapter refuses to read: both are text on the wire. */
const OID_CHAR = 18
const OID_NAME = 19
const OID_TEXT = 25

/** What the engine calls a column of one character (`ColumnTypeEnum.Character`); it reads no text in its place. */
const CHARACTER = 6

type Answer = { fields?: { dataTypeID: number }[]; rows?: object } | undefined
type Callback = (error: unknown, result?: Answer) => void

/** Which columns of an answer are of the catalogue's type "char", by the answer's rows. */
const charColumns = new WeakMap<object, number[]>()

/** Shows the catalogue's own types as text, and remembers which were characters. */
function asText(result: Answer | Answer[]) {
  for (const one of [result].flat()) {
    const fields = one?.fields ?? []
    if (one?.rows)
      charColumns.set(
        one.rows,
        [...fields.keys()].filter((i) => fields[i]?.dataTypeID === OID_CHAR),
      )
    for (const field of fields) if ([OID_CHAR, OID_NAME].includes(field.dataTypeID)) field.dataTypeID = OID_TEXT
  }
  return result
}

/** A client whose answers the engine can read. `Pool.query` calls with a callback, the adapter's transactions await. */
class CatalogueClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const send = this.query.bind(this) as (...args: unknown[]) => Promise<Answer> | undefined
    const query = (...args: unknown[]) => {
      const last = args.at(-1)
      if (typeof last === 'function') {
        const done = last as Callback
        return send(...args.slice(0, -1), (error: unknown, result?: Answer) => {
          asText(result)
          done(error, result)
        })
      }
      return send(...args)?.then(asText)
    }
    this.query = query as unknown as typeof this.query
  }
}

/** Host, port, user, password and database apart: a connectionString would win over the shadow's `database`. */
function poolOptions(url: string): pg.PoolConfig & { Client: typeof pg.Client } {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode')
  return {
    Client: CatalogueClient,
    idleTimeoutMillis: 500,
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(sslmode && sslmode !== 'disable' && { ssl: { rejectUnauthorized: sslmode.startsWith('verify') } }),
  }
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** Sends a script whole, since the adapter's own way cuts it at every `;` of a function body, and gives characters their type. */
function forMigrations(adapter: Adapter): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query)
    for (const column of charColumns.get(answer.rows) ?? []) answer.columnTypes[column] = CHARACTER
    return answer
  }
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script)
  }
  return adapter
}

/** The adapter of the CLI: whole scripts, and a shadow database that is closed before it is dropped. */
class MigrationAdapter extends PrismaPg {
  readonly #options: pg.PoolConfig

  constructor(options: pg.PoolConfig) {
    super(options)
    this.#options = options
  }

  override async connect() {
    return forMigrations(await super.connect())
  }

  override async connectToShadowDb() {
    const main = await this.connect()
    const database = `prisma_shadow_${crypto.randomUUID().replaceAll('-', '')}`
    await main.executeScript(`CREATE DATABASE "${database}"`)
    const shadow = await new MigrationAdapter({ ...this.#options, database }).connect()
    const closeShadow = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await closeShadow()
      await main.executeScript(`DROP DATABASE "${database}"`)
      await main.dispose()
    }
    return shadow
  }
}

export default defineConfig({
  experimental: { adapter: true },
  engine: 'js',
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  adapter: async () => new MigrationAdapter(poolOptions(process.env.DATABASE_URL ?? '')),
})
