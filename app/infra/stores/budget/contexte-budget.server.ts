import type { Attentes, DossierVoisin } from '#domain/budget/constat'
import { lectureDeJson, SCHEMA_LECTURE } from '#domain/budget/lecture/lecture-gardee'
import { totauxDe } from '#domain/budget/totaux'
import { lireReglages, type Reglages } from '#domain/campagne/reglages'
import { lireGenre } from '#domain/structure/genre'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { memoireDesMedianes } from '#infra/memoires'

/** Under this many budgets a median says nothing. */
const BUDGETS_MIN = 5
const VOISINS_MAX = 10

const DERNIERE_LECTURE = {
  versions: { orderBy: { numero: 'desc' }, take: 1, select: { budget: true } },
} as const

/** What the règlement of a campagne says that a budget is compared with. */
export const attentesDuReglement = (reglages: Reglages, annee: number) => ({
  montantMinCents: reglages.montantMinCents,
  montantMaxCents: reglages.montantMaxCents,
  tauxMax: reglages.tauxMax,
  tauxMaxBloquant: reglages.tauxMaxBloquant,
  partPubliqueMax: reglages.partPubliqueMax,
  cofinancementExige: reglages.cofinancementExige,
  campagne: { annee, projetDu: reglages.projetDu, projetAu: reglages.projetAu },
})

/** The median cost of a campagne, per participant and per day, over the budgets that were read; as it was ten minutes ago at most. */
const coutMedian = (db: Db | Tx, campagneId: string, now: Date): Promise<bigint | null> =>
  memoireDesMedianes(campagneId, now, () => lireMediane(db, campagneId))

async function lireMediane(db: Db | Tx, campagneId: string): Promise<bigint | null> {
  const [lue] = await db.$queryRaw<{ median: bigint | null; n: bigint }[]>`
    SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY cout))::bigint AS median, count(*) AS n FROM (
      SELECT DISTINCT ON (d.id)
        ((v.budget ->> 'charges')::bigint / d.nb_participants / (d.projet_fin - d.projet_debut + 1))::float8 AS cout
      FROM piece_version v JOIN piece p ON p.id = v.piece_id JOIN dossier d ON d.id = p.dossier_id
      WHERE d.campagne_id = ${campagneId}::uuid AND d.etat <> 'BROUILLON' AND p.code = 'BUDGET_PROJET'
        AND v.budget IS NOT NULL AND (v.budget ->> 'schema')::int = ${SCHEMA_LECTURE} AND (v.budget ->> 'charges')::bigint > 0
        AND d.nb_participants > 0 AND d.projet_fin >= d.projet_debut
      ORDER BY d.id, v.recue_le DESC) t`
  return lue && lue.n >= BigInt(BUDGETS_MIN) ? lue.median : null
}

/** The other dossiers of a structure in the same year, with the funders that their budgets name; `id` is the one that is looked at, null for none. */
export async function voisinsDuBudget(
  db: Db | Tx,
  { id, structureId, annee }: { id: string | null; structureId: string; annee: number },
) {
  const dossiers = await db.dossier.findMany({
    where: { structureId, ...(id && { id: { not: id } }), etat: { not: 'BROUILLON' }, campagne: { annee } },
    orderBy: { numero: 'asc' },
    take: VOISINS_MAX,
    select: {
      numero: true,
      montantDemandeCents: true,
      pieces: { where: { code: 'BUDGET_PROJET' }, select: DERNIERE_LECTURE },
    },
  })
  return dossiers.map(({ numero, montantDemandeCents, pieces }): DossierVoisin => {
    const lectures = pieces.flatMap(({ versions }) => lectureDeJson(versions[0]?.budget) ?? [])
    const cofinancements = lectures.flatMap((lue) => (lue.lisible ? lue.budget.cofinancements : []))
    return { numero: numero ?? '', montantDemandeCents, cofinancements }
  })
}

/** What the rules of a budget compare with: the form, the campagne, the structure and its other dossiers, the other budgets. */
export async function contexteBudget(db: Db | Tx, dossierId: string, now: Date): Promise<Required<Attentes>> {
  const dossier = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      objet: true,
      montantDemandeCents: true,
      projetDebut: true,
      projetFin: true,
      nbParticipants: true,
      campagneId: true,
      structureId: true,
      campagne: { select: { annee: true, dispositif: true, reglages: true } },
      structure: { select: { nom: true, sigle: true, siret: true, genre: true } },
      pieces: {
        where: { code: { in: ['BUDGET_STRUCTURE_N', 'DELIBERATION'] } },
        select: { code: true, controle: true, ...DERNIERE_LECTURE },
      },
    },
  })
  const { campagne, structure, pieces } = dossier
  const reglages = lireReglages(campagne.reglages, campagne.dispositif)
  // One after the other: an act asks in its transaction, which answers one question at a time.
  const voisins = await voisinsDuBudget(db, { id: dossierId, structureId: dossier.structureId, annee: campagne.annee })
  const coutMedianCents = await coutMedian(db, dossier.campagneId, now)
  const lecture = lectureDeJson(pieces.find(({ code }) => code === 'BUDGET_STRUCTURE_N')?.versions[0]?.budget)
  const totaux = lecture?.lisible ? totauxDe(lecture.budget) : null
  return {
    montantDemandeCents: dossier.montantDemandeCents,
    ...attentesDuReglement(reglages, campagne.annee),
    projet: {
      dispositif: campagne.dispositif,
      titre: dossier.objet,
      debut: dossier.projetDebut && fromDate(dossier.projetDebut),
      fin: dossier.projetFin && fromDate(dossier.projetFin),
      participants: dossier.nbParticipants,
    },
    structure: { ...structure, genre: lireGenre(structure.genre) },
    voteDuCa: pieces.some(({ code, controle }) => code === 'DELIBERATION' && controle === 'CONFORME'),
    voisins,
    coutMedianCents,
    budgetStructure: totaux && { charges: totaux.charges, departement: totaux.departement },
  }
}
