import { lireGenre } from '#domain/structure/genre'
import { financementDeJson, SCHEMA_LECTURE, type Financement } from '#domain/budget/lecture/lecture-gardee'
import type { Dispositif } from '#domain/dispositif'
import { estVerrouille } from '#domain/piece/antivirus'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import { jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DepsLecteur } from '#infra/deps'
import { Prisma } from '#prisma'
import { lectureGardee, type ClasseurDepose } from '#queries/budget/lecture-gardee'

/** Rows read at once: memory stays flat whatever the campagne holds. */
const PAGE = 500

/** The deposited dossiers of a campagne, or of all; a draft is in no rapport. */
export type Perimetre = { campagneCode?: string }

const deposesSql = ({ campagneCode }: Perimetre): Prisma.Sql =>
  campagneCode ? Prisma.sql`d.etat <> 'BROUILLON' AND c.code = ${campagneCode}` : Prisma.sql`d.etat <> 'BROUILLON'`

/** How many rows are to come: dossiers, and workbooks of budget to read. */
export async function tailleRapport(tx: Tx, perimetre: Perimetre): Promise<{ dossiers: number; budgets: number }> {
  const [taille] = await tx.$queryRaw<{ dossiers: number; budgets: number }[]>`
    SELECT count(*)::int AS dossiers, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM piece p JOIN piece_version v ON v.piece_id = p.id
      WHERE p.dossier_id = d.id AND p.code = 'BUDGET_PROJET'))::int AS budgets
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id WHERE ${deposesSql(perimetre)}`
  return taille ?? { dossiers: 0, budgets: 0 }
}

/**
 * Rows in the order of their numero, read a page at a time, each page after the last of the one before: no row twice, none missed. The next
 * page is asked for before this one is used, so that the database works while the rows are written.
 */
async function* pages<Row extends { numero: string }>(read: (apres: string) => Promise<Row[]>) {
  let suivante: Promise<Row[]> | null = read('')
  while (suivante) {
    const rows: Row[] = await suivante
    const derniere = rows.length < PAGE ? undefined : rows.at(-1)
    suivante = derniere ? read(derniere.numero) : null
    suivante?.catch(() => undefined)
    yield* rows
  }
}

/** As the database gives it: a genre not yet read, and the instant of the decision. */
type DossierLu = Omit<DossierDeRapport, 'numero' | 'genre' | 'decideLe'> & {
  numero: string
  genre: string
  priseLe: Date | null
}

const lireDossiers = (tx: Tx, perimetre: Perimetre, apres: string) =>
  tx.$queryRaw<DossierLu[]>`
    SELECT d.numero, c.code AS campagne, c.dispositif::text AS dispositif, d.objet, s.nom AS structure, s.genre, s.siret, s.commune,
      d.pays, d.ville_partenaire AS ville, d.etat::text AS etat, d.completude::text AS completude, d.depose_le AS "deposeLe",
      d.rejet_implicite_le AS "rejetImpliciteLe", d.cout_total_cents AS "coutTotalCents",
      d.montant_demande_cents AS "montantDemandeCents", d.montant_accorde_cents AS "montantAccordeCents",
      x.prise_le AS "priseLe", x.motif, a.prenom || ' ' || a.nom AS "suiviPar"
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
      LEFT JOIN decision x ON x.dossier_id = d.id LEFT JOIN agent a ON a.id = d.agent_id
    WHERE ${deposesSql(perimetre)} AND d.numero > ${apres}
    ORDER BY d.numero LIMIT ${PAGE}`

/** One row per deposited dossier, as the sheet of dossiers shows it. */
export async function* rowsDossiers(tx: Tx, perimetre: Perimetre) {
  for await (const { priseLe, ...row } of pages((apres) => lireDossiers(tx, perimetre, apres)))
    yield { ...row, genre: lireGenre(row.genre), decideLe: priseLe && toDate(jourDeParis(priseLe)) }
}

/** `financement` is cut out of the reading by the database: the rest of a workbook is fifty times as much. */
type BudgetDepose = ClasseurDepose & {
  numero: string
  structure: string
  typeMime: string
  financement: string | null
  isRead: boolean
}

const lireBudgets = (tx: Tx, perimetre: Perimetre, apres: string) =>
  tx.$queryRaw<BudgetDepose[]>`
    SELECT d.numero, s.nom AS structure, v.cle, v.nom_fichier AS "nomFichier", v.sha256, v.analyse::text AS analyse,
      v.type_mime AS "typeMime", NULL AS budget, (v.budget ->> 'schema')::int IS NOT DISTINCT FROM ${SCHEMA_LECTURE} AS "isRead",
      CASE WHEN jsonb_array_length(v.budget #> '{budget,cofinancements}') > 0
        THEN jsonb_build_object('cofinancements', v.budget #> '{budget,cofinancements}', 'lignes', '[]'::jsonb)
        ELSE jsonb_build_object('cofinancements', '[]'::jsonb, 'lignes', v.budget #> '{budget,lignes}') END::text AS financement
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
      JOIN LATERAL (SELECT v.* FROM piece p JOIN piece_version v ON v.piece_id = p.id
        WHERE p.dossier_id = d.id AND p.code = 'BUDGET_PROJET' ORDER BY v.recue_le DESC, v.numero DESC LIMIT 1) v ON true
    WHERE ${deposesSql(perimetre)} AND d.numero > ${apres}
    ORDER BY d.numero LIMIT ${PAGE}`

/**
 * What a workbook says of its funders, as a worker kept it; one that no worker has read yet is read here. One that cannot be read, is
 * locked, waits for the antivirus or is gone has no funders: the dossier's own page says why.
 */
async function financementDe(
  source: DepsLecteur,
  { financement, isRead, ...classeur }: BudgetDepose,
): Promise<Financement | null> {
  if (isRead && !estVerrouille(classeur.analyse)) return financement === null ? null : financementDeJson(financement)
  if (isRead || classeur.typeMime === 'application/pdf') return null
  const lue = await lectureGardee(source, classeur)
  return lue.ok && lue.value.lisible ? lue.value.budget : null
}

/** The budget deposited last of each dossier that has one. Null where it cannot be read. */
export async function* rowsBudgets(source: DepsLecteur, perimetre: Perimetre) {
  for await (const depose of pages((apres) => lireBudgets(source.tx, perimetre, apres)))
    yield { numero: depose.numero, structure: depose.structure, budget: await financementDe(source, depose) }
}

type Groupe = {
  campagne: string
  dispositif: Dispositif
  genre: string
  etat: Exclude<Prisma.DossierGetPayload<object>['etat'], 'BROUILLON'>
  pays: string
  nombre: number
  demandeCents: bigint
  accordeCents: bigint
}

/** The same dossiers counted by the database, and what each campagne has to give. */
export async function agregatsRapport(tx: Tx, perimetre: Perimetre) {
  const { campagneCode } = perimetre
  const agregats = await tx.$queryRaw<Groupe[]>`
    SELECT c.code AS campagne, c.dispositif::text AS dispositif, s.genre, d.etat::text AS etat, d.pays,
      count(*)::int AS nombre,
      sum(d.montant_demande_cents)::bigint AS "demandeCents",
      coalesce(sum(d.montant_accorde_cents), 0)::bigint AS "accordeCents"
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
    WHERE ${deposesSql(perimetre)}
    GROUP BY c.code, c.dispositif, s.genre, d.etat, d.pays
    ORDER BY c.code, c.dispositif, s.genre, d.etat, d.pays`
  const campagnes = await tx.campagne.findMany({
    where: campagneCode ? { code: campagneCode } : {},
    select: { code: true, enveloppeCents: true },
    orderBy: { code: 'asc' },
  })
  return {
    agregats: agregats.map((agregat) => ({ ...agregat, genre: lireGenre(agregat.genre) })),
    enveloppes: campagnes.map(({ code, enveloppeCents }) => ({ campagne: code, enveloppeCents })),
  }
}
