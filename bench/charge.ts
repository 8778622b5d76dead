import { once } from 'node:events'
import autocannon, { type Result } from 'autocannon'
import { cpuDe, cpuDePostgres } from './cpu'
import type { Serveur } from './serveurs'

/**
 * What one address holds under load: requests a second, the time under which 95 of 100 answers came, in ms, and the processor time of one
 * answer, in ms, of the server and of Postgres: the last two hardly move when the machine does something else.
 */
export type Charge = { parSeconde: number; p95: number; cpu: number; cpuPostgres: number }

export const CONNEXIONS = 4

/** Requests to an address before those that count. */
const ECHAUFFEMENT = 40

/** Requests to a server that has just started before any is counted: its code is compiled as it is used. */
const RODAGE = 600

type Options = {
  /** Seconds that count. */
  duree: number
  /** The database it reads. */
  base: string
  entetes: Record<string, string>
  echauffer: boolean
}

async function passer(url: string, options: Omit<autocannon.Options, 'url'>) {
  const durees: number[] = []
  const tir = autocannon({ ...options, url, connections: CONNEXIONS, timeout: 60 }, () => undefined)
  tir.on('response', (_client, _statut, _octets, temps) => durees.push(temps))
  const [{ non2xx, errors, duration }] = (await once(tir, 'done')) as [Result]
  if (non2xx > 0 || errors > 0 || durees.length === 0)
    throw new Error(`${url}\u00a0: ${non2xx} réponses en erreur, ${errors} pannes`)
  return { durees: durees.sort((a, b) => a - b), secondes: duration }
}

/** Asks one address of a server over and over for so many seconds, after some requests that warm it up. Throws when an answer is not the page. */
export async function charger(
  { base, pid }: Serveur,
  adresse: string,
  { duree, base: nom, entetes, echauffer }: Options,
): Promise<Charge> {
  if (echauffer) await passer(`${base}${adresse}`, { amount: ECHAUFFEMENT, headers: entetes })
  const [avant, avantPostgres] = [cpuDe(pid), cpuDePostgres(nom)]
  const { durees, secondes } = await passer(`${base}${adresse}`, { duration: duree, headers: entetes })
  return {
    parSeconde: durees.length / secondes,
    p95: durees[Math.floor(durees.length * 0.95)] ?? 0,
    cpu: (cpuDe(pid) - avant) / durees.length,
    cpuPostgres: (cpuDePostgres(nom) - avantPostgres) / durees.length,
  }
}

/** Runs in a server that has just started. Throws when an answer is not the page. */
export const roder = ({ base }: Serveur, adresse: string, entetes: Record<string, string>) =>
  passer(`${base}${adresse}`, { amount: RODAGE, headers: entetes })
