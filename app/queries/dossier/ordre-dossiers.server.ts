import { Prisma } from '#prisma'
import { toutes } from '#queries/bannette/recherche'

/** One column that orders, on a dossier `d` (and its `t`, by a field of the service), and what its values are cast to when they come back as text. */
type ColonneOrdre = { sql: Prisma.Sql; type: Prisma.Sql }

/** What a list is ordered by: the same direction for each column, the last one different for each dossier; by the field of the service named `champ`, or by none. */
export type Ordre = {
  colonnes: readonly ColonneOrdre[]
  sens: 'asc' | 'desc'
  premier: Prisma.Sql | null
  champ: string | null
}

export const ordonner = (sql: Prisma.Sql, type: Prisma.Sql): ColonneOrdre => ({ sql, type })

export const PAR_ID = ordonner(Prisma.sql`d.id`, Prisma.sql`uuid`)

/** By what each dossier holds in one field of the service, in its kind; those that hold nothing last, whichever way, in the order of their ids. */
export const colonnesDuChamp = (sens: Ordre['sens']): ColonneOrdre[] => [
  ordonner(
    sens === 'asc' ? Prisma.sql`(t.dossier_id IS NULL)` : Prisma.sql`(t.dossier_id IS NOT NULL)`,
    Prisma.sql`bool`,
  ),
  ordonner(Prisma.sql`coalesce(t.type, '')`, Prisma.sql`text`),
  ordonner(Prisma.sql`coalesce(t.nombre, 0)`, Prisma.sql`numeric`),
  ordonner(Prisma.sql`coalesce(t.jour, 'epoch'::date)`, Prisma.sql`date`),
  ordonner(Prisma.sql`coalesce(t.texte, '')`, Prisma.sql`text`),
  PAR_ID,
]

/** What stands after `FROM dossier d` so that the columns of this order can be read. */
export const jointureDe = ({ champ }: Ordre): Prisma.Sql =>
  champ === null
    ? Prisma.empty
    : Prisma.sql`LEFT JOIN valeur_du_service t ON t.dossier_id = d.id AND t.nom = plier(${champ})`

const sensSql = (sens: Ordre['sens']) => (sens === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`)

const inverse = (sens: Ordre['sens']) => (sens === 'asc' ? 'desc' : 'asc')

/** What stands after ORDER BY, the dossier that comes first aside at the other end when the list is walked from its end. */
export const par = ({ colonnes, premier, sens: celui }: Ordre, sens: Ordre['sens'] = celui): Prisma.Sql =>
  Prisma.join([
    ...(premier ? [Prisma.sql`${premier} ${sens === 'asc' ? Prisma.sql`DESC` : Prisma.sql`ASC`}`] : []),
    ...colonnes.map(({ sql }) => Prisma.sql`${sql} ${sensSql(sens)}`),
  ])

/** A walk along a list: from a place (that one too where `large`), or from the end it begins at, towards its end or its beginning. */
type Marche = {
  conditions: readonly Prisma.Sql[]
  place: readonly string[] | null
  large: boolean
  vers: 'apres' | 'avant'
  limite: number
  saut: number
}

const signeDe = (sens: Ordre['sens'], large: boolean) => Prisma.raw(`${sens === 'asc' ? '>' : '<'}${large ? '=' : ''}`)

/** Written out: a plan made without knowing how few rows are wanted would be dearer than planning each time. */
const auPlus = (lignes: number) => Prisma.sql`LIMIT ${Prisma.raw(String(lignes))}`

const ligne = (colonnes: readonly ColonneOrdre[]) => Prisma.sql`ROW(${Prisma.join(colonnes.map(({ sql }) => sql))})`

const valeurs = (colonnes: readonly ColonneOrdre[], place: readonly string[]) =>
  Prisma.sql`ROW(${Prisma.join(colonnes.map(({ type }, rang) => Prisma.sql`${place[rang] ?? ''}::${type}`))})`

/** The ids of the dossiers of a walk, as a statement; their order is the caller's to say again. */
export function idsDeLaMarche(ordre: Ordre, marche: Marche): Prisma.Sql {
  const { conditions, place, large, vers, limite, saut } = marche
  if (ordre.champ !== null && !ordre.premier) return idsParChamp({ ...ordre, champ: ordre.champ }, marche)
  const sens = vers === 'apres' ? ordre.sens : inverse(ordre.sens)
  const bornes = place
    ? [Prisma.sql`${ligne(ordre.colonnes)} ${signeDe(sens, large)} ${valeurs(ordre.colonnes, place)}`]
    : []
  return Prisma.sql`SELECT d.id FROM dossier d ${jointureDe(ordre)} WHERE ${toutes([...conditions, ...bornes])}
    ORDER BY ${par(ordre, sens)} ${auPlus(limite)} ${saut > 0 ? Prisma.sql`OFFSET ${saut}` : Prisma.empty}`
}

const REMPLIS = ['type', 'nombre', 'jour', 'texte', 'dossier_id'] as const

/**
 * The same along the values of a field: those that hold something come from the index of the values, the others from the dossiers that have none there, and
 * those of the part that comes second are read only where the first did not fill the page.
 */
function idsParChamp({ champ, sens: celui, colonnes }: Ordre & { champ: string }, marche: Marche): Prisma.Sql {
  const { conditions, place, large, vers, limite, saut } = marche
  const sens = vers === 'apres' ? celui : inverse(celui)
  const nomme = Prisma.sql`t.nom = plier(${champ})`
  const depuis = place && ((place[0] === 'true') === (celui === 'desc') ? 'remplis' : 'vides')
  const passee = (partie: 'remplis' | 'vides') =>
    depuis !== null && depuis !== partie && (partie === 'remplis') === (vers === 'apres')
  const bornes = (partie: 'remplis' | 'vides', cle: Prisma.Sql, desColonnes: readonly ColonneOrdre[]) => {
    if (passee(partie)) return [Prisma.sql`false`]
    if (!place || depuis !== partie) return []
    return [
      Prisma.sql`${cle} ${signeDe(sens, large)} ${valeurs(desColonnes, place.slice(colonnes.length - desColonnes.length))}`,
    ]
  }
  const tri = (de: string, cles: readonly string[]) =>
    Prisma.join(cles.map((cle) => Prisma.sql`${Prisma.raw(`${de}.${cle}`)} ${sensSql(sens)}`))
  const total = limite + saut
  const cleRemplie = Prisma.sql`ROW(${Prisma.raw(REMPLIS.map((cle) => `t.${cle}`).join(', '))})`
  const remplis = {
    cles: REMPLIS,
    sql: Prisma.sql`SELECT d.id, ${Prisma.raw(REMPLIS.map((cle) => `t.${cle}`).join(', '))}
      FROM valeur_du_service t JOIN dossier d ON d.id = t.dossier_id
      WHERE ${toutes([nomme, ...conditions, ...bornes('remplis', cleRemplie, colonnes.slice(1))])}
      ORDER BY ${tri('t', REMPLIS)} ${auPlus(total)}`,
  }
  const vides = {
    cles: ['id'],
    sql: Prisma.sql`SELECT d.id FROM dossier d
      WHERE ${toutes([Prisma.sql`NOT EXISTS (SELECT 1 FROM valeur_du_service t WHERE t.dossier_id = d.id AND ${nomme})`, ...conditions, ...bornes('vides', Prisma.sql`ROW(d.id)`, [PAR_ID])])}
      ORDER BY ${tri('d', ['id'])} ${auPlus(total)}`,
  }
  const [une, autre] = vers === 'apres' ? [remplis, vides] : [vides, remplis]
  return Prisma.sql`WITH une AS MATERIALIZED (${une.sql}), lues AS (SELECT count(*)::int AS n FROM une)
    (SELECT une.id FROM une ORDER BY ${tri('une', une.cles)} OFFSET ${saut}::int)
    UNION ALL
    (SELECT autre.id FROM (${autre.sql}) autre ORDER BY ${tri('autre', autre.cles)}
      OFFSET greatest(0, ${saut}::int - (SELECT n FROM lues)) LIMIT ${total}::int - greatest(${saut}::int, (SELECT n FROM lues)))`
}
