import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of one tick of /proc. */
const TICK_MS = 10

/** The fields of /proc/PID/stat after the name, which may hold anything. */
function statDe(pid: number | string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

const consomme = (stat: readonly string[]) => (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) * TICK_MS

/** Processor time a process has used since it started, in ms; 0 where there is no /proc. */
export const cpuDe = (pid: number | undefined): number => (pid === undefined ? 0 : consomme(statDe(pid)))

/** Processor time of all the processes that serve one database, by its port: what Postgres spent. */
export function cpuDePostgres(nom: string): number {
  let somme = 0
  for (const pid of listePids()) {
    const commande = lire(`/proc/${pid}/cmdline`)
    if (commande.startsWith('postgres:') && commande.includes(nom)) somme += consomme(statDe(pid))
  }
  return somme
}

const listePids = () => {
  try {
    return readdirSync('/proc').filter((nom) => /^\d+$/.test(nom))
  } catch {
    return []
  }
}

const lire = (fichier: string) => {
  try {
    return readFileSync(fichier, 'utf8')
  } catch {
    return ''
  }
}
