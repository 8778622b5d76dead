import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import {
  type BannettePreProjetsParams,
  COLONNES_PRE_PROJETS,
  triPreProjets,
} from '#queries/pre-projet/bannette-pre-projets'
import { CONDITION_DE_VUE } from '#queries/pre-projet/compteurs-pre-projets'
import { sqlDe } from '#queries/bannette/filtres-bannette'
import { toutes } from '#queries/bannette/recherche'
import { filtresPreProjets } from '#queries/pre-projet/filtres-pre-projets'

/** A fiche without an amount stands after all the others, whichever way they are read. */
const SANS_MONTANT = { asc: 9_223_372_036_854_775_807n, desc: -1n }

/** The key of a place is kept as text, so that an instant loses none of its microseconds on the way. */
const TYPES = { recuLe: Prisma.sql`timestamptz`, structure: Prisma.sql`text`, montant: Prisma.sql`bigint` }

/**
 * The fiches before and after this one in the list an officer came from: same tab, filters and order. The place of the fiche is its own even
 * when it has left the list since, so that one who has answered a fiche goes on with the next. Null at either end.
 */
export async function voisinesPreProjet(
  db: Db,
  { id, ...params }: BannettePreProjetsParams & { id: string },
  moi: string,
) {
  const { sort, dir } = triPreProjets(params)
  const cle =
    sort === 'montant'
      ? Prisma.sql`coalesce(p.montant_souhaite_cents, ${SANS_MONTANT[dir]}::bigint)`
      : COLONNES_PRE_PROJETS[sort]
  const dans = toutes([CONDITION_DE_VUE[params.vue], ...sqlDe(filtresPreProjets(params, moi))])
  const [ici] = await db.$queryRaw<{ cle: string }[]>`
    SELECT ${cle}::text AS cle FROM pre_projet p WHERE p.id = ${id}::uuid`
  if (!ici) return { precedente: null, suivante: null }
  const place = Prisma.sql`ROW(${ici.cle}::${TYPES[sort]}, ${id}::uuid)`
  const vers = async (sens: 'asc' | 'desc') => {
    const [plus, ordre] = sens === 'asc' ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`]
    const [ligne] = await db.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM pre_projet p WHERE ${dans} AND ROW(${cle}, p.id) ${plus} ${place}
      ORDER BY ${cle} ${ordre}, p.id ${ordre} LIMIT 1`
    return ligne?.id ?? null
  }
  const [avant, apres] = await Promise.all([vers(dir === 'asc' ? 'desc' : 'asc'), vers(dir)])
  return { precedente: avant, suivante: apres }
}
