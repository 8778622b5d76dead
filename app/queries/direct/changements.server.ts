import type { Changement } from '#domain/direct/changement'
import type { Sujet } from '#domain/direct/fait'
import { type Db, lire } from '#infra/db'
import { raconter } from '#libelles/journal/recit-journal'
import { Prisma } from '#prisma'

type Entree = { entree: string; parId: string | null; par: string; acte: string; detail: unknown; le: string }

const COLONNES = Prisma.sql`e.id::text AS entree, e.acteur_id AS "parId", e.acteur AS par, e.acte, e.detail, e.le::text AS le`

function changementDe({ acte, detail, le, ...entree }: Entree): Changement {
  const { phrase, precisions, changements } = raconter({ acte, detail })
  const details = [...precisions, ...changements.map((c) => `${c.champ}\u00a0: ${c.avant} → ${c.apres}`)]
  return { ...entree, dit: phrase, details, le: new Date(le).getTime() }
}

/** What these entries of the journal tell, the oldest first. */
export async function changementsDits(db: Db, entrees: readonly string[]): Promise<Changement[]> {
  if (entrees.length === 0) return []
  const lues = await lire<Entree>(
    db,
    Prisma.sql`SELECT ${COLONNES} FROM entree_journal e WHERE e.id = ANY(${[...entrees]}::bigint[]) ORDER BY e.id`,
  )
  return lues.map(changementDe)
}

/** What a dossier or a fiche is at, and what was last done on it; null for what has no version. */
export async function ouEnEst(
  db: Db,
  { objet, id }: Sujet,
): Promise<{ version: number; dernier: Changement | null } | null> {
  if (id === '' || (objet !== 'dossier' && objet !== 'pre-projet')) return null
  const table = objet === 'dossier' ? Prisma.raw('dossier') : Prisma.raw('pre_projet')
  const [lu] = await lire<{ version: number }>(db, Prisma.sql`SELECT version FROM ${table} WHERE id = ${id}::uuid`)
  if (!lu) return null
  const [dernier] = await lire<Entree>(
    db,
    Prisma.sql`SELECT ${COLONNES} FROM entree_journal e WHERE e.objet = ${objet} AND e.objet_id = ${id} ORDER BY e.id DESC LIMIT 1`,
  )
  return { version: lu.version, dernier: dernier ? changementDe(dernier) : null }
}
