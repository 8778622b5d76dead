import pg from 'pg'

type Ecoute = {
  /** One word said on the channel. */
  surMot: (mot: string) => void
  /** Listening again after what may have been a gap: what was said meanwhile is lost. */
  surReprise: () => void
}

/** The first wait before another connection is tried, doubled up to the longest, in ms. */
const PREMIERE_ATTENTE = 200
const LONGUE_ATTENTE = 5_000

/** How often the connection is asked whether it lives, and how long it may take to say so, in ms. */
const REGARD = 20_000
const REPONSE = 5_000

/**
 * Listens to one channel of Postgres on a connection of its own, opened again for as long as it takes when the server stops, restarts or
 * falls silent. `fermer` ends it.
 */
export function ecouter(url: string, canal: string, { surMot, surReprise }: Ecoute) {
  let fini = false
  let client: pg.Client | null = null
  let attente = PREMIERE_ATTENTE
  let essais = 0
  let ecoute = false
  let prochaine: NodeJS.Timeout | undefined

  function perdue(de: pg.Client) {
    if (client !== de) return
    client = null
    ecoute = false
    void de.end().catch(() => undefined)
    if (fini) return
    prochaine = setTimeout(() => void ouvrir(), attente)
    attente = Math.min(2 * attente, LONGUE_ATTENTE)
  }

  async function ouvrir() {
    const une = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: REPONSE,
      query_timeout: REPONSE,
    })
    client = une
    const premier = essais++ === 0
    une.on('error', () => perdue(une))
    une.on('end', () => perdue(une))
    une.on('notification', ({ payload = '' }) => surMot(payload))
    try {
      await une.connect()
      await une.query(`LISTEN ${pg.escapeIdentifier(canal)}`)
    } catch {
      perdue(une)
      return
    }
    attente = PREMIERE_ATTENTE
    ecoute = true
    if (!premier) surReprise()
  }

  const regard = setInterval(() => {
    const une = client
    if (une && ecoute) une.query('SELECT 1').catch(() => perdue(une))
  }, REGARD)
  const ouverte = ouvrir()
  return {
    /** Once it listens, or has failed to for the first time. */
    ouverte,
    async fermer() {
      fini = true
      clearInterval(regard)
      clearTimeout(prochaine)
      await client?.end().catch(() => undefined)
    },
  }
}
