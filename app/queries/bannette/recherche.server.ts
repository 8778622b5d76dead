import { Prisma } from '#prisma'

/** Words of a search that are looked at: more would only slow what has long been narrowed. */
const MOTS_MAX = 8

/** A SIRET or a SIREN, as people group its digits. */
const IDENTIFIANT = /^\d[\d\s.]{7,20}\d$/u

/** `%`, `_` and `\` mean themselves in a LIKE. */
export const litteral = (mot: string) => mot.replace(/[\\%_]/g, '\\$&')

/** The words to find, all of them. Digits typed in groups are one word; `%`, `_` and `\` mean themselves. */
export function motsCherches(q: string): string[] {
  const mots = IDENTIFIANT.test(q) && !q.includes('-') ? [q.replace(/\D/g, '')] : q.split(' ')
  return mots
    .filter((mot) => mot !== '')
    .slice(0, MOTS_MAX)
    .map(litteral)
}

/** Each word is somewhere in the folded text of the row, `column`; one trigram index answers. */
export const contientMots = (column: Prisma.Sql, q: string): Prisma.Sql =>
  toutes(motsCherches(q).map((mot) => Prisma.sql`${column} LIKE '%' || plier(${mot}) || '%'`))

/** Letters under which a word begins too many others to tell one mail from another. */
const DEBUT_MIN = 3

/** Each word is in the folded text of the row, `column`, or begins a word of its mails, `mots`: two indexes of one table. */
export const contientMotsOuCourriels = (column: Prisma.Sql, mots: Prisma.Sql, q: string): Prisma.Sql =>
  toutes(
    motsCherches(q).map((mot) =>
      mot.length < DEBUT_MIN
        ? Prisma.sql`${column} LIKE '%' || plier(${mot}) || '%'`
        : Prisma.sql`(${column} LIKE '%' || plier(${mot}) || '%' OR ${mots} @@ commence_par(${mot}))`,
    ),
  )

/** Each word begins one of `mots`. */
export const commenceMots = (mots: Prisma.Sql, q: string): Prisma.Sql =>
  toutes(motsCherches(q).map((mot) => Prisma.sql`${mots} @@ commence_par(${mot})`))

/** All of these conditions; none is true of every row. */
export const toutes = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`
