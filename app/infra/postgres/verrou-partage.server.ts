import { setTimeout as attendre } from 'node:timers/promises'
import pg from 'pg'
import { ClientQuiTient } from '#infra/postgres/client-qui-tient'

/** How long a lock that another holds is waited for, and how often it is asked for, in ms. */
const PATIENCE = 10_000
const REPRISE = 100

/** How long the server may take to answer, in ms. */
const REPONSE = 5_000

/**
 * Who holds, or tries to (`pris`): asked to let go when another wants it, and told by `tenu` once it holds no more, were it because the server went. Who only
 * tries is asked nothing: this process hears its own asking.
 */
type Tenant = { demander: () => void; tenu: boolean; pris: boolean }

/** A lock that is held; `rendre` lets it go. */
export type VerrouTenu = { estTenu: () => boolean; rendre: () => Promise<void> }

type Voulu = {
  signal: AbortSignal
  /** Somebody else, of this process or of another, wants it: to be let go soon. */
  demander: () => void
}

/**
 * Locks by name that the processes of one database share, all those of a process on one connection of its own: none of the pool's waits with who holds. They
 * are the session's, so that Postgres lets them go with a process that is killed. When the connection is lost every lock is, and who held them is told.
 */
export function verrouPartage(url: string, espace: string) {
  const tenants = new Map<string, Tenant>()
  let ouverte: Promise<pg.Client> | null = null
  let client: pg.Client | null = null

  const demanderA = (tenant: Tenant | undefined) => {
    if (tenant?.pris) tenant.demander()
  }

  async function ouvrir(): Promise<pg.Client> {
    const un = new ClientQuiTient({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: REPONSE,
      query_timeout: REPONSE,
    })
    un.on('notification', ({ payload }) => demanderA(tenants.get(payload ?? '')))
    un.on('end', () => {
      if (client === un) perdre()
    })
    await un.connect()
    client = un
    await un.query(`LISTEN ${pg.escapeIdentifier(espace)}`)
    return un
  }

  function perdre() {
    ouverte = null
    client = null
    for (const tenant of tenants.values()) {
      tenant.tenu = false
      demanderA(tenant)
    }
    tenants.clear()
  }

  /** What is asked, one after the other. */
  let derniere: Promise<unknown> = Promise.resolve()

  function dire<T extends object>(requete: string, valeurs: readonly string[]): Promise<T[]> {
    const suite = derniere.then(() => demanderAuServeur<T>(requete, valeurs))
    derniere = suite.catch(() => undefined)
    return suite
  }

  /** Asks the server; a connection that does not answer is no connection, and its locks are lost. */
  async function demanderAuServeur<T extends object>(requete: string, valeurs: readonly string[]): Promise<T[]> {
    ouverte ??= ouvrir()
    const celle = ouverte
    try {
      return (await (await celle).query<T>(requete, [...valeurs])).rows
    } catch (error) {
      if (ouverte === celle) perdre()
      void celle.then((un) => un.end()).catch(() => undefined)
      throw error
    }
  }

  /** Tries once: the lock is reserved in this process first, for a session may take its own twice. */
  async function essayer(nom: string, tenant: Tenant): Promise<boolean> {
    const autre = tenants.get(nom)
    if (autre) {
      demanderA(autre)
      return false
    }
    tenants.set(nom, tenant)
    let pris = false
    try {
      const [ligne] = await dire<{ pris: boolean }>('SELECT pg_try_advisory_lock(hashtext($1), hashtext($2)) AS pris', [
        espace,
        nom,
      ])
      pris = ligne?.pris === true && tenant.tenu
      tenant.pris = pris
      if (!pris) await dire('SELECT pg_notify($1, $2)', [espace, nom])
      return pris
    } finally {
      if (!pris && tenants.get(nom) === tenant) tenants.delete(nom)
    }
  }

  return {
    /** Takes the lock of this name, asking who holds it to let go; null when it is not had in time. */
    async prendre(nom: string, { signal, demander }: Voulu): Promise<VerrouTenu | null> {
      const limite = Date.now() + PATIENCE
      const tenant: Tenant = { demander, tenu: true, pris: false }
      while (!(await essayer(nom, tenant))) {
        tenant.tenu = true
        if (signal.aborted || Date.now() > limite) return null
        await attendre(REPRISE)
      }
      return {
        estTenu: () => tenant.tenu,
        async rendre() {
          if (!tenant.tenu) return
          tenant.tenu = false
          tenants.delete(nom)
          await dire('SELECT pg_advisory_unlock(hashtext($1), hashtext($2))', [espace, nom]).catch(() => undefined)
        },
      }
    },
    async fermer() {
      const un = await ouverte?.catch(() => null)
      await un?.end()
    },
  }
}
