import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { defineConfig } from 'prisma/config'

/**
 * The Prisma CLI on WebAssembly: no engine binary is downloaded (docs/decisions/0009).
 * The CLI wants a DATABASE_URL for every command, `generate` included, where it is never dialled.
 */
process.env.DATABASE_URL ??= 'postgresql://personne@127.0.0.1:1/aucune'

/** Types of the Postgres catalogue, `"char"` and `name`, that the adapter refuses to read; both are text on the wire. */
const CATALOGUE_OIDS = new Set([18, 19])
const TEXT_OID = 25

type Answer = { fields?: { dataTypeID: number }[] } | undefined
type Callback = (error: unknown, result?: Answer) => void

/** Shows the catalogue's own types as text. */
function asText(result: Answer | Answer[]) {
  for (const one of [result].flat()) {
    for (const field of one?.fields ?? []) if (CATALOGUE_OIDS.has(field.dataTypeID)) field.dataTypeID = TEXT_OID
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
    allowExitOnIdle: true,
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(sslmode && sslmode !== 'disable' && { ssl: { rejectUnauthorized: sslmode.startsWith('verify') } }),
  }
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** Sends a script whole: the adapter's own way cuts it at every `;`, those inside function bodies included. */
function sendingScriptsWhole(adapter: Adapter): Adapter {
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
    return sendingScriptsWhole(await super.connect())
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
