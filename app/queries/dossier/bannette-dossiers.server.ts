import { z } from 'zod'
import { estColonneDuService, libelleDeColonne } from '#domain/champ-du-service/champ-en-adresse'
import type { FiltreDossiers } from '#domain/dossier/filtres'
import { parseNumero } from '#domain/dossier/numero'
import { estVueDecidee, VUES_DOSSIERS } from '#domain/dossier/vues'
import { LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import { jourDeParis } from '#domain/temps/jour'
import { type Db, lire } from '#infra/db'
import { memoireDe } from '#infra/memoire'
import { Prisma } from '#prisma'
import { type FiltrePose, sansChaqueFiltre, sqlDe } from '#queries/bannette/filtres-bannette'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { toutes } from '#queries/bannette/recherche'
import {
  type CompteursDossiers,
  compteursDossiers,
  conditionDeVue,
  type Regard,
} from '#queries/dossier/compteurs-dossiers'
import {
  filtresDossiers,
  LECTURE_FILTRES_DOSSIERS,
  SANS_PLAN_COMMUN,
  type ValeursFiltresDossiers,
} from '#queries/dossier/filtres-dossiers'
import {
  colonnesDuChamp,
  jointureDe,
  ordonner as un,
  type Ordre,
  par,
  PAR_ID as ID,
} from '#queries/dossier/ordre-dossiers'
import { type Depart, pageDossiers } from '#queries/dossier/page-dossiers'

const TRIS = ['numero', 'objet', 'montant', 'deposeLe', 'rejet', 'pieces'] as const

/** What the grid may ask. An unknown column, size, state or day falls back to the default; it never reaches the database. */
export const BannetteDossiersParams = z.object({
  page: PARAMETRES_COMMUNS.page,
  size: PARAMETRES_COMMUNS.size,
  dir: PARAMETRES_COMMUNS.dir,
  vue: z.enum(VUES_DOSSIERS).catch('tous'),
  /** A column of the grid, or `service:<name>`: a field of the service. */
  sort: z
    .union([
      z.enum(TRIS),
      z
        .string()
        .max(80)
        .regex(/^[^\0]*$/)
        .refine(estColonneDuService),
    ])
    .optional()
    .catch(undefined),
  ...LECTURE_FILTRES_DOSSIERS,
})

export type BannetteDossiersParams = z.infer<typeof BannetteDossiersParams>

/** Each order names an index; the last column breaks ties so that pages never overlap. What has no clock comes last, whichever way. */
const COLONNES: Record<(typeof TRIS)[number], (sens: Ordre['sens']) => Ordre['colonnes']> = {
  numero: () => [un(Prisma.sql`d.numero`, Prisma.sql`text`)],
  objet: () => [un(Prisma.sql`plier(d.objet)`, Prisma.sql`text`), ID],
  montant: () => [un(Prisma.sql`d.montant_demande_cents`, Prisma.sql`bigint`), ID],
  deposeLe: () => [un(Prisma.sql`d.depose_le`, Prisma.sql`date`), ID],
  rejet: (sens) => [
    un(
      sens === 'asc'
        ? Prisma.sql`coalesce(d.rejet_implicite_le, 'infinity'::date)`
        : Prisma.sql`coalesce(d.rejet_implicite_le, '-infinity'::date)`,
      Prisma.sql`date`,
    ),
    ID,
  ],
  pieces: () => [
    un(Prisma.sql`d.nb_manquantes`, Prisma.sql`int`),
    un(Prisma.sql`d.nb_a_controler`, Prisma.sql`int`),
    ID,
  ],
}

/** Without a choice: the most urgent first; what is decided has no clock left, and comes the newest first. */
export const triDossiers = ({ sort, dir, vue }: Pick<BannetteDossiersParams, 'sort' | 'dir' | 'vue'>) => ({
  sort: sort ?? (estVueDecidee(vue) ? ('deposeLe' as const) : ('rejet' as const)),
  dir: dir ?? (!sort && estVueDecidee(vue) ? ('desc' as const) : ('asc' as const)),
})

/** How the rows of a bannette are ordered. The dossier whose number is searched comes first, even among those that cite it. */
export function ordreDe(params: BannetteDossiersParams): Ordre {
  const { sort, dir } = triDossiers(params)
  const numero = parseNumero(params.q)
  const premier = numero ? Prisma.sql`(d.numero = ${numero})` : null
  return estColonneDuService(sort)
    ? { colonnes: colonnesDuChamp(dir), sens: dir, premier, champ: libelleDeColonne(sort) }
    : { colonnes: COLONNES[sort](dir), sens: dir, premier, champ: null }
}

/** What was worked out for one narrowing of the bannette: how many each tab holds, the pages already seen, and where the next ones begin. */
type RepereDossiers = {
  compteurs: CompteursDossiers
  jusqua: Date | null
  departs: ReadonlyMap<string, Depart>
}

/** Narrowings that are remembered at once. */
const RETRECISSEMENTS_MAX = 400

/** Pages that are remembered, for one narrowing. */
const DEPARTS_MAX = 20

/** What is open closed since. */
const estPerime = ({ jusqua }: RepereDossiers, now: Date) => jusqua !== null && jusqua <= now

const reperesDe = (db: Db) => memoireDe<RepereDossiers>(db, 'bannette-dossiers', RETRECISSEMENTS_MAX)

/** The filters that are set, `moi` said by its agent. */
export const posesDe = (params: BannetteDossiersParams, moi: string): FiltrePose<FiltreDossiers>[] =>
  filtresDossiers({ ...params, agent: params.agent === 'moi' ? moi : params.agent })

/** What the counters of these filters are known under: they change with the day, and with who looks. */
const cleDe = (poses: readonly FiltrePose<FiltreDossiers>[], { moi, now }: Regard) =>
  JSON.stringify([jourDeParis(now), moi, ...poses.map(({ nom, valeur }) => [nom, valeur])])

/** The counters of these filters: those known for this revision, or counted. */
async function compter(
  db: Db,
  poses: readonly FiltrePose<FiltreDossiers>[],
  regard: Regard,
): Promise<{ revision: string; repere: RepereDossiers }> {
  const { revision, ...compte } = await compteursDossiers(db, poses, regard)
  const repere = { ...compte, departs: new Map<string, Depart>() }
  reperesDe(db).garder(cleDe(poses, regard), revision, repere)
  return { revision, repere }
}

/** What every tab holds under these filters: what is remembered of this revision of the facts, or counted. */
export async function compteursConnus(
  db: Db,
  filtres: ValeursFiltresDossiers,
  { revision, ...regard }: Regard & { revision: string },
): Promise<CompteursDossiers> {
  const poses = filtresDossiers(filtres)
  const garde = reperesDe(db).voir(cleDe(poses, regard))
  if (garde && garde.revision === revision && !estPerime(garde.valeur, regard.now)) return garde.valeur.compteurs
  return (await compter(db, poses, regard)).repere.compteurs
}

/** Where a page begins: at a key that is remembered, or by a walk from the end that is nearer. */
function departDe(
  { page, size }: BannetteDossiersParams,
  { connu, total, sansCle }: { connu: Depart | undefined; total: number; sansCle: boolean },
): { depart: Depart; taille: number } {
  if (connu && !('cle' in connu && sansCle)) return { depart: connu, taille: size }
  const avant = page * size
  const apres = total - avant - size
  if (avant <= Math.max(0, apres) || avant === 0) return { depart: { saut: avant, depuis: 'debut' }, taille: size }
  return { depart: { saut: Math.max(0, apres), depuis: 'fin' }, taille: Math.min(size, total - avant) }
}

/** Readings of a page whose facts change under it before it is read as it comes. */
const ESSAIS = 3

/**
 * One page of the bannette and what every tab holds under the same filters. A page after the last one is the last one: `page` is
 * the one given back; `sans` says, when nothing shows, what dropping each filter would show. `moi` is the agent who looks. `lignes` is read by
 * #domain/dossier/ligne-bannette. The page is one reading of the database as long as nothing has been written since the counters were known.
 */
export async function bannetteDossiers(db: Db, voulu: BannetteDossiersParams, regard: Regard) {
  const { now, moi } = regard
  const reperes = reperesDe(db)
  const poses = posesDe(voulu, moi)
  const cle = cleDe(poses, regard)
  const where = [conditionDeVue(voulu.vue, regard), ...sqlDe(poses)]
  const ordre = ordreDe(voulu)
  const plan = ordre.champ !== null || SANS_PLAN_COMMUN.some((nom) => voulu[nom]) ? 'chaque fois' : 'garde'
  for (let essai = 1; ; essai += 1) {
    const garde = reperes.voir(cle)
    const perime = !garde || estPerime(garde.valeur, now) || essai > 1
    const { revision, repere } = perime
      ? await compter(db, poses, regard)
      : { revision: garde.revision, repere: garde.valeur }
    const total = repere.compteurs[voulu.vue]
    const page = Math.min(voulu.page, Math.max(0, Math.ceil(total / voulu.size) - 1))
    const params = { ...voulu, page }
    const { sort, dir } = triDossiers(params)
    const nomDePage = (n: number) => `${params.vue} ${sort} ${dir} ${params.size} ${n}`
    const { depart, taille } = departDe(params, {
      connu: repere.departs.get(nomDePage(page)),
      total,
      sansCle: ordre.premier !== null,
    })
    const lue = await pageDossiers(db, { plan, where, ordre, depart, size: taille, now })
    if (lue.revision !== revision && essai < ESSAIS) continue
    if (lue.revision === revision && !('ids' in depart)) {
      const departs = new Map(repere.departs)
      departs.set(nomDePage(page), { ids: lue.ids })
      if (lue.suivante && !departs.has(nomDePage(page + 1))) departs.set(nomDePage(page + 1), { cle: lue.suivante })
      reperes.garder(cle, revision, { ...repere, departs: new Map([...departs].slice(-DEPARTS_MAX)) })
    }
    const sans =
      total > 0
        ? []
        : await sansChaqueFiltre(
            poses,
            async (autres) => (await compteursDossiers(db, autres, regard)).compteurs[params.vue],
          )
    const menus = await menusBannette(db, lue.menus)
    return { lignes: lue.lignes, menus, total, page, compteurs: repere.compteurs, sans }
  }
}

/** The ids of the dossiers of these filters, in their order, `max` at most: no more than one act takes, where nothing else is said. */
export async function dossiersDuFiltre(
  db: Db,
  params: BannetteDossiersParams,
  regard: Regard,
  max: number = LIGNES_MAX,
): Promise<string[]> {
  const where = toutes([conditionDeVue(params.vue, regard), ...sqlDe(posesDe(params, regard.moi))])
  const ordre = ordreDe(params)
  const ids = await lire<{ id: string }>(
    db,
    Prisma.sql`SELECT d.id FROM dossier d ${jointureDe(ordre)} WHERE ${where} ORDER BY ${par(ordre)} LIMIT ${max}`,
  )
  return ids.map(({ id }) => id)
}
