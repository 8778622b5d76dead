import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PROJECT_DIR } from '#infra/env'
import type { Partie } from './options'

const RESULTATS = path.join(PROJECT_DIR, 'bench/resultats.json')
const PAGE = path.join(PROJECT_DIR, 'docs/performance.md')

/** Keeps what one part measured, for programs; the other parts keep what they said last. */
export async function garderResultats(partie: Partie, mesures: unknown) {
  const avant: unknown = existsSync(RESULTATS) ? JSON.parse(await readFile(RESULTATS, 'utf8')) : {}
  const garde = typeof avant === 'object' && avant !== null && !('mesures' in avant) ? avant : {}
  const apres = { ...garde, [partie]: { le: new Date().toISOString(), mesures } }
  await writeFile(RESULTATS, `${JSON.stringify(apres, null, 2)}\n`)
}

/** Puts the table of one part in its place of docs/performance.md, between its two marks; what people wrote around it stays. */
export async function publierTableau(partie: Partie, tableau: string) {
  const page = await readFile(PAGE, 'utf8')
  const [debut, fin] = [`<!-- ${partie} -->`, `<!-- /${partie} -->`]
  const [i, j] = [page.indexOf(debut), page.indexOf(fin)]
  if (i < 0 || j < i) throw new Error(`docs/performance.md has no place for ${partie}`)
  await writeFile(PAGE, `${page.slice(0, i + debut.length)}\n\n${tableau}\n\n${page.slice(j)}`)
}
