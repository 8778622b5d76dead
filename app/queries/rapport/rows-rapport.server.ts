import { typeDeChamp } from '#domain/champ-du-service/champ'
import { lireGenre } from '#domain/structure/genre'
import { financementDeJson, SCHEMA_LECTURE, type Financement } from '#domain/budget/lecture/lecture-gardee'
import { estVerrouille } from '#domain/piece/antivirus'
import type { DossierDeRapport } from '#domain/rapport/dossier-de-rapport'
import { jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DepsLecteur } from '#infra/deps'
import { champsRemplis, SERVICE_SQL } from '#infra/stores/champ-du-service/champs-sql'
import { Prisma } from '#prisma'
import { lectureGardee, type ClasseurDepose } from '#queries/budget/lecture-gardee'

/** Rows read at once: memory stays flat whatever the campagne holds. */
const PAGE = 500

/** The deposited dossiers of a campagne, or of all; a draft is in no rapport. */
export type Perimetre = { campagneCode?: string | undefined }

export const deposesSql = ({ campagneCode }: Perimetre): Prisma.Sql =>
  campagneCode ? Prisma.sql`d.etat <> 'BROUILLON' AND c.code = ${campagneCode}` : Prisma.sql`d.etat <> 'BROUILLON'`

/** What is engaged of a dossier `d`, in cents: what was voted, once the délibération of the vote that stands is in force or the decision taken (docs/domaine.md § 7.6). */
export const ENGAGE_SQL = Prisma.sql`CASE WHEN d.etat <> 'VOTE' OR EXISTS (SELECT 1 FROM ligne_seance l JOIN deliberation b ON b.seance_id = l.seance_id
  WHERE l.dossier_id = d.id AND l.nature IS NOT NULL AND l.rouverte_le IS NULL AND b.executoire_le IS NOT NULL) THEN d.montant_accorde_cents END`

/** The fields of the service in which one of these dossiers at least holds something. */
export const champsDuRapport = (tx: Tx, perimetre: Perimetre) =>
  champsRemplis(tx, Prisma.sql`d.campagne_id IN (SELECT c.id FROM campagne c WHERE ${deposesSql(perimetre)})`)

/**
 * Rows read a page at a time; `read` is given the page before and answers null after the last. The next page is asked for before this one is
 * used, so that the database works while the rows are written.
 */
async function* pages<Row>(read: (lues: readonly Row[] | null) => Promise<Row[]> | null) {
  let suivante = read(null)
  while (suivante) {
    const rows: Row[] = await suivante
    suivante = read(rows)
    suivante?.catch(() => undefined)
    yield* rows
  }
}

/** As the database gives it: a genre not yet read, and the instant of the decision. */
type DossierLu = Omit<DossierDeRapport, 'numero' | 'genre' | 'decideLe' | 'service'> & {
  service: [libelle: string, type: string, valeur: string][] | null
  numero: string
  genre: string
  priseLe: Date | null
  aUnClasseur: boolean
}

const lireDossiers = (tx: Tx, perimetre: Perimetre, apres: string) =>
  tx.$queryRaw<DossierLu[]>`
    SELECT d.numero, c.code AS campagne, c.dispositif::text AS dispositif, d.objet, s.nom AS structure, s.genre, s.siret, s.commune,
      d.pays, d.ville_partenaire AS ville, d.etat::text AS etat, d.completude::text AS completude, d.depose_le AS "deposeLe",
      d.rejet_implicite_le AS "rejetImpliciteLe", d.cout_total_cents AS "coutTotalCents",
      d.montant_demande_cents AS "montantDemandeCents", y.montant_cents AS "montantProposeCents", d.montant_accorde_cents AS "montantVoteCents",
      ${ENGAGE_SQL} AS "montantEngageCents", CASE WHEN x.nature IN ('ACCORDE', 'ACCORDE_PARTIEL') THEN x.verse_cents END AS "montantPayeCents", d.nb_participants AS jeunes, v.jour AS "seanceLe",
      x.prise_le AS "priseLe", x.motif, a.prenom || ' ' || a.nom AS "suiviPar",
      coalesce((SELECT v.budget IS NOT NULL OR v.type_mime <> 'application/pdf' FROM piece p JOIN piece_version v ON v.piece_id = p.id
        WHERE p.dossier_id = d.id AND p.code = 'BUDGET_PROJET' ORDER BY v.recue_le DESC, v.numero DESC LIMIT 1), false) AS "aUnClasseur",
      (SELECT string_agg(o.constat || '\u00a0: ' || o.motif || ' (' || o.par || ')', E'\\n' ORDER BY o.le) FROM passer_outre o
        WHERE o.dossier_id = d.id AND o.retire_le IS NULL) AS "passesOutre",
      ${SERVICE_SQL} AS service
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
      LEFT JOIN decision x ON x.dossier_id = d.id LEFT JOIN agent a ON a.id = d.agent_id
      LEFT JOIN proposition y ON y.dossier_id = d.id AND y.remplacee_le IS NULL
      LEFT JOIN LATERAL (SELECT z.jour FROM ligne_seance l JOIN seance z ON z.id = l.seance_id WHERE l.dossier_id = d.id AND l.rouverte_le IS NULL
        ORDER BY z.jour DESC LIMIT 1) v ON true
    WHERE ${deposesSql(perimetre)} AND d.numero > ${apres}
    ORDER BY d.numero LIMIT ${PAGE}`

/**
 * One row per deposited dossier in the order of their numero, none twice and none missed, as the sheet of dossiers shows it. `aUnClasseur`:
 * its budget deposited last may say who pays (`rowsBudgets`).
 */
export async function* rowsDossiers(tx: Tx, perimetre: Perimetre) {
  const apres = (lues: readonly DossierLu[] | null) =>
    lues && lues.length < PAGE ? null : lireDossiers(tx, perimetre, lues?.at(-1)?.numero ?? '')
  for await (const { priseLe, service, ...row } of pages(apres))
    yield {
      ...row,
      service: (service ?? []).map(([libelle, type, valeur]) => ({ libelle, type: typeDeChamp(type), valeur })),
      genre: lireGenre(row.genre),
      decideLe: priseLe && toDate(jourDeParis(priseLe)),
    }
}

/** `financement` is cut out of the reading by the database: the rest of a workbook is fifty times as much. */
type BudgetDepose = ClasseurDepose & {
  numero: string
  structure: string
  typeMime: string
  financement: string | null
  isRead: boolean
}

const lireBudgets = (tx: Tx, numeros: readonly string[]) =>
  tx.$queryRaw<BudgetDepose[]>`
    SELECT d.numero, s.nom AS structure, v.cle, v.nom_fichier AS "nomFichier", v.sha256, v.analyse::text AS analyse,
      v.type_mime AS "typeMime", NULL AS budget, v.budget_feuille AS "budgetFeuille", (v.budget ->> 'schema')::int IS NOT DISTINCT FROM ${SCHEMA_LECTURE} AS "isRead",
      CASE WHEN jsonb_array_length(v.budget #> '{budget,cofinancements}') > 0
        THEN jsonb_build_object('cofinancements', v.budget #> '{budget,cofinancements}', 'lignes', '[]'::jsonb)
        ELSE jsonb_build_object('cofinancements', '[]'::jsonb, 'lignes', v.budget #> '{budget,lignes}') END::text AS financement
    FROM dossier d JOIN structure s ON s.id = d.structure_id
      JOIN LATERAL (SELECT v.* FROM piece p JOIN piece_version v ON v.piece_id = p.id
        WHERE p.dossier_id = d.id AND p.code = 'BUDGET_PROJET' ORDER BY v.recue_le DESC, v.numero DESC LIMIT 1) v ON true
    WHERE d.numero = ANY(${numeros}) ORDER BY d.numero`

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

/** The budget deposited last of each of these dossiers that has one, in the order of `numeros`, sorted. Null where it cannot be read. */
export async function* rowsBudgets(source: DepsLecteur, numeros: readonly string[]) {
  let lus = 0
  const suivants = () => (lus < numeros.length ? lireBudgets(source.tx, numeros.slice(lus, (lus += PAGE))) : null)
  for await (const depose of pages(suivants))
    yield { numero: depose.numero, structure: depose.structure, budget: await financementDe(source, depose) }
}
