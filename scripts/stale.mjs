// What is out of date and must be made again. Plain JS without dependencies: it runs before node_modules exists.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const inProject = (...parts) => path.join(PROJECT, ...parts)

const stampFile = (name) => inProject('node_modules', '.cache', 'mcei', name)

function filesUnder(entry, except) {
  if (except.includes(entry)) return []
  const absolute = inProject(entry)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [entry]
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(`${entry}/${name}`, except))
}

/** A fingerprint of what these files and folders hold. */
function fingerprint(entries, except = []) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of entries.flatMap((entry) => filesUnder(entry, except)))
    hash.update(`\0${file}\0`).update(readFileSync(inProject(file)))
  return hash.digest('hex')
}

/** Does a step when what it is made from has changed since it last went well, or when its product is gone. */
export async function whenStale({ name, from, except, makes, work }) {
  const now = fingerprint(from, except)
  const file = stampFile(name)
  if (makes.every((made) => existsSync(inProject(made))) && existsSync(file) && readFileSync(file, 'utf8') === now)
    return
  rmSync(file, { force: true })
  await work()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, now)
}
