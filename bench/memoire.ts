import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Monde } from './monde'
import { lancerWeb, seConnecter } from './serveurs'

/** What the web process holds in memory while officers work: at the start, at its most, and at the end, in MB. */
export type Memoire = { volume: number; secondes: number; depart: number; maximum: number; milieu: number; fin: number }

const CONNEXIONS = 20

/** What is asked over and over: pages and their data, gzipped as a browser asks for them. */
const ADRESSES = [
  '/dossiers?vue=a-faire',
  '/dossiers.data?vue=a-faire',
  '/',
  '/pre-projets',
  '/dossiers?q=jumelage',
  '/dossiers.data?page=19',
]

/** Resident memory of a process, in MB; 0 where there is no /proc. */
function residentDe(pid: number | undefined): number {
  try {
    const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kb ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** Twenty connections for so many seconds; the memory is read each second. Throws when an answer is not the page. */
export async function mesurerMemoire({ url, dossier, volume }: Monde, secondes: number): Promise<Memoire> {
  const web = await lancerWeb(url, dossier)
  try {
    const headers = { cookie: await seConnecter(web.base), 'accept-encoding': 'gzip' }
    const depart = residentDe(web.pid)
    const lues: number[] = []
    const montre = setInterval(() => lues.push(residentDe(web.pid)), 1_000)
    const requests = ADRESSES.map((path) => ({ path, headers }))
    const charge = { url: web.base, connections: CONNEXIONS, duration: secondes, timeout: 60, requests }
    const { non2xx, errors } = await autocannon(charge)
    clearInterval(montre)
    if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} réponses en erreur, ${errors} pannes`)
    const milieu = lues[Math.floor(lues.length / 2)] ?? 0
    return { volume, secondes, depart, maximum: Math.max(...lues), milieu, fin: lues.at(-1) ?? 0 }
  } finally {
    await web.fermer()
  }
}

/** The table for people. */
export const tableauMemoire = (mesures: readonly Memoire[]): string =>
  [
    '| dossiers | minutes | au départ (Mo) | au plus (Mo) | à mi-chemin (Mo) | à la fin (Mo) |',
    '|---|---|---|---|---|---|',
    ...mesures.map(
      ({ volume, secondes, depart, maximum, milieu, fin }) =>
        `| ${volume} | ${Math.round(secondes / 6) / 10} | ${depart} | ${maximum} | ${milieu} | ${fin} |`,
    ),
  ].join('\n')
