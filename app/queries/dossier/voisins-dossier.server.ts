import { z } from 'zod'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'
import { sqlDe } from '#queries/bannette/filtres-bannette'
import { BannetteDossiersParams, ordreDe, posesDe } from '#queries/dossier/bannette-dossiers'
import { conditionDeVue, type Regard } from '#queries/dossier/compteurs-dossiers'
import { idsDeLaMarche, jointureDe, type Ordre } from '#queries/dossier/ordre-dossiers'

/** The values a dossier has in the columns that order a list, as text, in their order. */
type Place = readonly string[]

/** A list, by the parameters of its bannette, and the place of a dossier in it when the officer came: an act may move it. */
export const VoisinsDossierParams = BannetteDossiersParams.extend({
  place: z
    .string()
    .transform((texte, contexte) => {
      try {
        return z.array(z.string()).parse(JSON.parse(texte))
      } catch {
        contexte.addIssue({ code: 'custom', message: 'illisible' })
        return z.NEVER
      }
    })
    .optional()
    .catch(undefined),
})

/** What a value of each type may be written as: anything else is not asked of the database. */
const ECRITURES: Record<string, z.ZodType> = {
  uuid: z.uuid(),
  date: z.union([z.iso.date(), z.enum(['infinity', '-infinity'])]),
  int: z.string().regex(/^-?\d{1,9}$/),
  bool: z.enum(['true', 'false']),
  numeric: z.string().regex(/^-?\d{1,18}(?:\.\d{1,6})?$/),
  bigint: z.string().regex(/^-?\d{1,18}$/),
  text: z.string().regex(/^[^\0]*$/),
}

const estPlace = (place: Place, { colonnes }: Ordre) =>
  place.length === colonnes.length &&
  colonnes.every(({ type }, rang) => ECRITURES[type.sql]?.safeParse(place[rang]).success)

type Cherche = { ordre: Ordre; conditions: readonly Prisma.Sql[] }

/** The number of the dossier that stands nearest after (or before) a place, or nearest to the beginning of the list. */
function proche({ ordre, conditions }: Cherche, place: Place | null, vers: 'avant' | 'apres') {
  // Whatever is searched, a dossier stands where its columns say.
  const marche = { conditions, place, large: false, vers, limite: 1, saut: 0 } as const
  return Prisma.sql`(SELECT n.numero FROM dossier n WHERE n.id = (${idsDeLaMarche({ ...ordre, premier: null }, marche)}))`
}

export type VoisinsDossier = {
  id: string
  precedent: string | null
  suivant: string | null
  /** The next one of the list that is to do, from the beginning again after the last; null when none is. */
  aTraiter: string | null
  place: Place
}

/**
 * The dossiers before and after this one in the list an officer came from: same tab, filters and order. The place is the one it had when the
 * officer came, so that one who has moved or decided it goes on with the next. Null at either end.
 */
export async function voisinsDossier(
  db: Db,
  { id, place: dite, ...params }: z.infer<typeof VoisinsDossierParams> & { id: string },
  regard: Regard,
): Promise<VoisinsDossier> {
  const ordre = ordreDe(params)
  const cles = Prisma.join(ordre.colonnes.map(({ sql }) => Prisma.sql`${sql}::text`))
  const [ici] = await lire<{ cle: string[] }>(
    db,
    Prisma.sql`SELECT ARRAY[${cles}] AS cle FROM dossier d ${jointureDe(ordre)} WHERE d.id = ${id}::uuid AND d.numero IS NOT NULL`,
  )
  if (!ici) return { id, precedent: null, suivant: null, aTraiter: null, place: [] }
  const place = dite && estPlace(dite, ordre) ? dite : ici.cle
  const dansLaListe = [
    conditionDeVue(params.vue, regard),
    ...sqlDe(posesDe(params, regard.moi)),
    Prisma.sql`d.id <> ${id}::uuid`,
  ]
  const liste = { ordre, conditions: dansLaListe }
  const aFaire = { ordre, conditions: [...dansLaListe, conditionDeVue('a-faire', regard)] }
  const [voisins] = await lire<Omit<VoisinsDossier, 'id' | 'place'>>(
    db,
    Prisma.sql`SELECT ${proche(liste, place, 'avant')} AS precedent, ${proche(liste, place, 'apres')} AS suivant,
      coalesce(${proche(aFaire, place, 'apres')}, ${proche(aFaire, null, 'apres')}) AS "aTraiter"`,
    { plan: 'chaque fois' },
  )
  if (!voisins) throw new Error('a statement without FROM gives one row')
  return { id, ...voisins, place }
}
