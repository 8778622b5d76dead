import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** When this process began, as the system counts it: tells a process from a later one under the same number. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Whether this process lives and, where the system tells, names these words on its command line. */
export function isAlive(pid: number, words = ''): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  if (!existsSync('/proc/self/stat')) return true
  try {
    const isZombie = readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
    return !isZombie && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words)
  } catch {
    return false
  }
}

const usersIn = (folder: string) => path.join(folder, 'utilisateurs')

/** The processes that use this server, those that died without leaving taken off the list. */
function living(folder: string): number[] {
  mkdirSync(usersIn(folder), { recursive: true })
  return readdirSync(usersIn(folder)).flatMap((name) => {
    const pid = Number(name)
    const written = path.join(usersIn(folder), name)
    if (isAlive(pid) && readFileSync(written, 'utf8') === birthOf(pid)) return [pid]
    rmSync(written, { force: true })
    return []
  })
}

/** Writes this process down as a user of the server. */
export function join(folder: string) {
  living(folder)
  writeFileSync(path.join(usersIn(folder), String(process.pid)), birthOf(process.pid))
}

/** Takes this process off the list and says how many users are left. */
export function leave(folder: string): number {
  rmSync(path.join(usersIn(folder), String(process.pid)), { force: true })
  return living(folder).length
}

/** Does this work while no other process does it on the same folder. The lock of a dead process is taken over. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(folder, 'verrou')
  const mark = `${process.pid} ${birthOf(process.pid)}`
  for (;;) {
    try {
      writeFileSync(lock, mark, { flag: 'wx' })
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const [pid, birth] = existsSync(lock) ? readFileSync(lock, 'utf8').split(' ') : []
    if (pid && !(isAlive(Number(pid)) && birthOf(Number(pid)) === birth)) rmSync(lock, { force: true })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}
