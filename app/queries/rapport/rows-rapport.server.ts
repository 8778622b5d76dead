import type { Dispositif } from '#domain/dispositif'
import type { BudgetLu } from '#domain/budget/budget'
import { lectureDeJson } from '#domain/budget/lecture/lecture-gardee'
import { jourDeParis, toDate } from '#domain/temps/jour'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import type { Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'
import type { Prisma } from '#prisma'

/** Rows read at once: memory stays flat whatever the campagne holds. */
const PAGE = 1_000

/** The deposited dossiers of a campagne, or of all; a draft is in no rapport. */
export type Perimetre = { campagneCode?: string }

const deposes = ({ campagneCode }: Perimetre): Prisma.DossierWhereInput => ({
  etat: { not: 'BROUILLON' },
  ...(campagneCode && { campagne: { code: campagneCode } }),
})

/** How many rows are to come: dossiers, and workbooks of budget to read. */
export async function tailleRapport(tx: Tx, perimetre: Perimetre): Promise<{ dossiers: number; budgets: number }> {
  const where = deposes(perimetre)
  const dossiers = await tx.dossier.count({ where })
  const budgets = await tx.dossier.count({ where: { ...where, pieces: { some: { code: 'BUDGET_PROJET' } } } })
  return { dossiers, budgets }
}

/** Pages of dossiers in the order of their numero, each after the last of the one before: no row twice, none missed. */
async function* pages<Row extends { numero: string | null }>(read: (apres: string) => Promise<Row[]>) {
  for (let apres: string | null | undefined = ''; apres !== null && apres !== undefined;) {
    const rows: Row[] = await read(apres)
    yield* rows
    apres = rows.length < PAGE ? null : rows.at(-1)?.numero
  }
}

const apresNumero = (perimetre: Perimetre, apres: string) =>
  ({
    where: { AND: [deposes(perimetre), { numero: { gt: apres } }] },
    orderBy: { numero: 'asc' },
    take: PAGE,
  }) as const satisfies Prisma.DossierFindManyArgs

const lireDossiers = (tx: Tx, perimetre: Perimetre, apres: string) =>
  tx.dossier.findMany({
    ...apresNumero(perimetre, apres),
    select: {
      numero: true,
      objet: true,
      pays: true,
      villePartenaire: true,
      etat: true,
      completude: true,
      deposeLe: true,
      rejetImpliciteLe: true,
      coutTotalCents: true,
      montantDemandeCents: true,
      montantAccordeCents: true,
      campagne: { select: { code: true, dispositif: true } },
      structure: { select: { nom: true, genre: true, siret: true, commune: true } },
      decision: { select: { priseLe: true, motif: true } },
      agent: { select: { prenom: true, nom: true } },
    },
  })

/** One row per deposited dossier, as the sheet of dossiers shows it. */
export async function* rowsDossiers(tx: Tx, perimetre: Perimetre) {
  for await (const dossier of pages((apres) => lireDossiers(tx, perimetre, apres))) {
    const { campagne, structure, decision, agent, villePartenaire, ...row } = dossier
    yield {
      ...row,
      campagne: campagne.code,
      dispositif: campagne.dispositif,
      structure: structure.nom,
      genre: structure.genre,
      siret: structure.siret,
      commune: structure.commune,
      ville: villePartenaire,
      decideLe: decision && toDate(jourDeParis(decision.priseLe)),
      motif: decision?.motif ?? null,
      suiviPar: agent && `${agent.prenom} ${agent.nom}`,
    }
  }
}

const lireBudgets = (tx: Tx, perimetre: Perimetre, apres: string) =>
  tx.dossier.findMany({
    ...apresNumero(perimetre, apres),
    select: {
      numero: true,
      structure: { select: { nom: true } },
      pieces: {
        where: { code: 'BUDGET_PROJET' },
        select: {
          versions: {
            orderBy: { numero: 'desc' },
            take: 1,
            select: { cle: true, nomFichier: true, recueLe: true, budget: true, analyse: true },
          },
        },
      },
    },
  })

type Deposee = { cle: string; nomFichier: string; budget: unknown; analyse: string }

/**
 * What was kept of a workbook; one that no worker has read yet is read here. One that cannot be read, is locked, or whose file is gone
 * has no funders: the dossier's own page says why.
 */
async function lireBudget(storage: Storage, { cle, nomFichier, budget, analyse }: Deposee): Promise<BudgetLu | null> {
  const gardee = lectureDeJson(budget)
  if (gardee) return gardee.lisible ? gardee.budget : null
  if (analyse === 'INFECTE') return null
  try {
    const lu = await ouvrirBudget(await storage.get(cle), nomFichier)
    return lu.lisible ? lu.budget : null
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** The budget deposited last of each dossier that has one. Null where it cannot be read. */
export async function* rowsBudgets({ tx, storage }: { tx: Tx; storage: Storage }, perimetre: Perimetre) {
  for await (const { numero, structure, pieces } of pages((apres) => lireBudgets(tx, perimetre, apres))) {
    const [derniere] = pieces
      .flatMap(({ versions }) => versions)
      .toSorted((a, b) => b.recueLe.getTime() - a.recueLe.getTime())
    if (!derniere || numero === null) continue
    yield { numero, structure: structure.nom, budget: await lireBudget(storage, derniere) }
  }
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
export async function agregatsRapport(tx: Tx, { campagneCode = null }: { campagneCode?: string | null }) {
  const agregats = await tx.$queryRaw<Groupe[]>`
    SELECT c.code AS campagne, c.dispositif::text AS dispositif, s.genre, d.etat::text AS etat, d.pays,
      count(*)::int AS nombre,
      sum(d.montant_demande_cents)::bigint AS "demandeCents",
      coalesce(sum(d.montant_accorde_cents), 0)::bigint AS "accordeCents"
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
    WHERE d.etat <> 'BROUILLON' AND (${campagneCode}::text IS NULL OR c.code = ${campagneCode}::text)
    GROUP BY c.code, c.dispositif, s.genre, d.etat, d.pays
    ORDER BY c.code, c.dispositif, s.genre, d.etat, d.pays`
  const campagnes = await tx.campagne.findMany({
    where: campagneCode ? { code: campagneCode } : {},
    select: { code: true, enveloppeCents: true },
    orderBy: { code: 'asc' },
  })
  return { agregats, enveloppes: campagnes.map(({ code, enveloppeCents }) => ({ campagne: code, enveloppeCents })) }
}
