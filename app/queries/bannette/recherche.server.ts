import { Prisma } from '#prisma'

/** Words of a search that are looked at: more would only slow what has long been narrowed. */
const MOTS_MAX = 8

/** A SIRET or a SIREN, as people group its digits. */
const IDENTIFIANT = /^\d[\d\s.]{7,20}\d$/u

/** The words to find, all of them. Digits typed in groups are one word; `%`, `_` and `\` mean themselves. */
export function motsCherches(q: string): string[] {
  const mots = IDENTIFIANT.test(q) && !q.includes('-') ? [q.replace(/\D/g, '')] : q.split(' ')
  return mots
    .filter((mot) => mot !== '')
    .slice(0, MOTS_MAX)
    .map((mot) => mot.replace(/[\\%_]/g, '\\$&'))
}

/** Each word is somewhere in the folded text of the row, `column`; one trigram index answers. */
export const contientMots = (column: Prisma.Sql, q: string): Prisma.Sql =>
  toutes(motsCherches(q).map((mot) => Prisma.sql`${column} LIKE '%' || plier(${mot}) || '%'`))

/** All of these conditions; none is true of every row. */
export const toutes = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`
