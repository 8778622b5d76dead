import { z } from 'zod'
import { estNumero, parseNumero } from '#domain/dossier/numero'
import { ETATS, type Etat } from '#domain/dossier/etat'
import { VUES_DOSSIERS } from '#domain/dossier/vues'
import { completudeDeLAdresse, completudeEnAdresse } from '#domain/piece/completude'
import { CODES_PIECE } from '#domain/piece/piece'
import { FILS } from '#domain/fil-rouge/fil-rouge'
import { GENRES } from '#domain/structure/genre'
import type { Db } from '#infra/db'
import { Prisma } from '#prisma'
import { compteursDossiers, conditionDeVue } from '#queries/dossier/compteurs-dossiers'
import { conditionDeFil } from '#queries/fil-rouge/condition-de-fil'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { contientMots, type Filtre, sansChaqueFiltre, sqlDe, toutes } from '#queries/bannette/recherche'

const VISIBLES = ETATS.filter((etat): etat is Exclude<Etat, 'BROUILLON'> => etat !== 'BROUILLON')

/** What the grid may ask. An unknown column, size, state or day falls back to the default; it never reaches the database. */
export const BannetteDossiersParams = z.object({
  ...PARAMETRES_COMMUNS,
  vue: z.enum(VUES_DOSSIERS).catch('tous'),
  sort: z.enum(['numero', 'objet', 'montant', 'deposeLe', 'rejet', 'pieces']).optional().catch(undefined),
  etat: z.enum(VISIBLES).optional().catch(undefined),
  /** `manquantes`, `a-controler` or `complet`, whatever the case. */
  completude: z
    .string()
    .transform((texte) => completudeDeLAdresse(texte))
    .transform((etat) => etat && completudeEnAdresse(etat))
    .optional()
    .catch(undefined),
  /** Code of a pièce that is missing or refused. */
  piece: z.enum(CODES_PIECE).optional().catch(undefined),
  genre: z.enum(GENRES).optional().catch(undefined),
  /** Whose dossiers: the id of an agent, `moi`, or `personne`. */
  agent: z
    .union([z.enum(['moi', 'personne']), z.uuid()])
    .optional()
    .catch(undefined),
  fil: z.enum(FILS).optional().catch(undefined),
})

export type BannetteDossiersParams = z.infer<typeof BannetteDossiersParams>

/** Each order names an index; the last column breaks ties so that pages never overlap. */
const COLONNES: Record<NonNullable<BannetteDossiersParams['sort']>, readonly Prisma.Sql[]> = {
  numero: [Prisma.sql`d.numero`],
  objet: [Prisma.sql`plier(d.objet)`, Prisma.sql`d.id`],
  montant: [Prisma.sql`d.montant_demande_cents`, Prisma.sql`d.id`],
  deposeLe: [Prisma.sql`d.depose_le`, Prisma.sql`d.id`],
  rejet: [Prisma.sql`d.rejet_implicite_le`, Prisma.sql`d.id`],
  pieces: [Prisma.sql`d.nb_manquantes`, Prisma.sql`d.nb_a_controler`, Prisma.sql`d.id`],
}

/** Without a choice: the most urgent first; what is decided has no clock left, and comes the newest first. */
export const triDossiers = ({ sort, dir, vue }: Pick<BannetteDossiersParams, 'sort' | 'dir' | 'vue'>) => ({
  sort: sort ?? (vue === 'decides' ? ('deposeLe' as const) : ('rejet' as const)),
  dir: dir ?? (!sort && vue === 'decides' ? ('desc' as const) : ('asc' as const)),
})

function ordre(params: BannetteDossiersParams): Prisma.Sql {
  const { sort, dir } = triDossiers(params)
  const sens = dir === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const numero = parseNumero(params.q)
  const premier = numero ? [Prisma.sql`(d.numero = ${numero}) DESC`] : []
  const fin = sort === 'rejet' && dir === 'desc' ? Prisma.sql`NULLS LAST` : Prisma.empty
  return Prisma.join([...premier, ...COLONNES[sort].map((colonne) => Prisma.sql`${colonne} ${sens} ${fin}`)])
}

/** Every filter but the tab: the counters of the tabs say what each would show with these. */
function filtresDe(params: BannetteDossiersParams, moi: string): Filtre[] {
  const { campagne, genre, etat, completude, piece, agent, fil, depuis, jusqua, q } = params
  const suivi =
    agent === 'personne'
      ? Prisma.sql`d.agent_id IS NULL`
      : Prisma.sql`d.agent_id = ${agent === 'moi' ? moi : agent}::uuid`
  const si = (nom: string, valeur: string | undefined, sql: Prisma.Sql) => (valeur ? [{ nom, sql }] : [])
  return [
    ...si('campagne', campagne, Prisma.sql`d.campagne_id = (SELECT id FROM campagne WHERE code = ${campagne})`),
    ...si('genre', genre, Prisma.sql`d.structure_id IN (SELECT id FROM structure WHERE genre = ${genre})`),
    ...si('etat', etat, Prisma.sql`d.etat = ${etat}::"EtatDossier"`),
    ...si(
      'completude',
      completude,
      Prisma.sql`d.completude = ${completudeDeLAdresse(completude ?? '')}::"EtatCompletude"`,
    ),
    ...si('piece', piece, Prisma.sql`d.codes_manquants @> ARRAY[${piece}]::text[]`),
    ...si('agent', agent, suivi),
    ...(fil ? [{ nom: 'fil', sql: conditionDeFil(fil, Prisma.sql`r.dossier_id = d.id`) }] : []),
    ...si('depuis', depuis, Prisma.sql`d.depose_le >= ${depuis}::date`),
    ...si('jusqua', jusqua, Prisma.sql`d.depose_le <= ${jusqua}::date`),
    ...contientMots(Prisma.sql`d.recherche`, q).map((sql) => ({ nom: 'q', sql })),
  ]
}

const LIGNE = {
  id: true,
  numero: true,
  objet: true,
  etat: true,
  version: true,
  deposeLe: true,
  montantDemandeCents: true,
  montantAccordeCents: true,
  rejetImpliciteLe: true,
  completude: true,
  nbManquantes: true,
  nbAControler: true,
  codesManquants: true,
  structure: { select: { nom: true, genre: true, commune: true } },
  campagne: { select: { code: true } },
  agent: { select: { id: true, prenom: true, nom: true } },
} as const satisfies Prisma.DossierSelect

/** The rows of these ids with what a line shows: a fixed number of queries, whatever the size of the page. */
async function lignes(db: Db, ids: readonly string[], now: Date) {
  const rows = await db.dossier.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...LIGNE,
      deverrouillages: { where: { refermeLe: null, echeance: { gt: now } }, select: { echeance: true }, take: 1 },
      demandesDeverrouillage: { where: { etat: 'EN_ATTENTE' }, select: { recueLe: true }, take: 1 },
    },
  })
  const parId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = parId.get(id)
    if (!row?.numero || !estNumero(row.numero)) return []
    const { deverrouillages, demandesDeverrouillage, ...reste } = row
    return {
      ...reste,
      numero: row.numero,
      ouvertJusquAu: deverrouillages[0]?.echeance ?? null,
      demandeRecueLe: demandesDeverrouillage[0]?.recueLe ?? null,
    }
  })
}

/**
 * One page of the bannette and what every tab holds under the same filters. A page after the last one is the last one: `page` is
 * the one given back; `sans` says, when nothing shows, what dropping each filter would show. `moi` is the agent who looks.
 */
export async function bannetteDossiers(
  db: Db,
  params: BannetteDossiersParams,
  { moi, now }: { moi: string; now: Date },
) {
  const filtres = filtresDe(params, moi)
  const where = toutes([conditionDeVue(params.vue, now), ...sqlDe(filtres)])
  const idsDe = (page: number) => db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dossier d WHERE ${where} ORDER BY ${ordre(params)} LIMIT ${params.size} OFFSET ${page * params.size}`
  const [compteurs, demandes] = await Promise.all([compteursDossiers(db, sqlDe(filtres), now), idsDe(params.page)])
  const total = compteurs[params.vue]
  const derniere = Math.max(0, Math.ceil(total / params.size) - 1)
  const page = Math.min(params.page, derniere)
  const ids = page === params.page ? demandes : await idsDe(page)
  const rows = await lignes(
    db,
    ids.map(({ id }) => id),
    now,
  )
  const sans =
    total > 0
      ? []
      : await sansChaqueFiltre(filtres, async (autres) => (await compteursDossiers(db, autres, now))[params.vue])
  return { rows, total, page, compteurs, sans }
}

/** What one act on many dossiers may take at most. */
export const SELECTION_MAX = 500

/** The ids of the dossiers of these filters, in their order, for an act on all of them; no more than one act takes. */
export async function dossiersDuFiltre(
  db: Db,
  params: BannetteDossiersParams,
  { moi, now }: { moi: string; now: Date },
): Promise<string[]> {
  const where = toutes([conditionDeVue(params.vue, now), ...sqlDe(filtresDe(params, moi))])
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dossier d WHERE ${where} ORDER BY ${ordre(params)} LIMIT ${SELECTION_MAX}`
  return ids.map(({ id }) => id)
}
