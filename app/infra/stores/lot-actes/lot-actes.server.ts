import {
  CHAMPS_DE_LOT,
  type ChampsDeLot,
  type ComptesDeLot,
  ETATS_LIGNE,
  isActeDeLot,
  TRANCHE,
} from '#domain/lot-actes/acte-de-lot'
import type { Agent } from '#domain/acces/droits'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { agentDe } from '#infra/stores/acces/agent'
import { Prisma } from '#prisma'

type Row = { acte: string; champs: unknown }

/** What was filled in, as it was kept: words by field, and nothing else. */
const lireChamps = (lus: unknown): ChampsDeLot =>
  Object.fromEntries(
    CHAMPS_DE_LOT.flatMap((nom) => {
      const lu: unknown = typeof lus === 'object' && lus !== null ? Reflect.get(lus, nom) : undefined
      return typeof lu === 'string' ? [[nom, lu]] : []
    }),
  )

/** A lot as it was kept; one of an act that this version does not know is not there. Throws NotFound. */
function lireActe<R extends Row & { id: string }>({ acte, champs, ...reste }: R) {
  if (!isActeDeLot(acte)) throw new NotFound('lot', reste.id)
  return { ...reste, acte, champs: lireChamps(champs) }
}

/** The lot that this agent prepared: nobody else sees it. Throws NotFound. */
export async function loadLot(tx: Tx | Db, agent: Agent, id: string) {
  const lot = await tx.lotActes.findFirst({ where: { id, parId: agent.id } })
  if (!lot) throw new NotFound('lot', id)
  return lireActe(lot)
}

/** The lot as its jobs see it: `par` is who acts, as their account is today, and `actif` whether it is open. Throws NotFound. */
export async function loadLotDuTravail(db: Db, id: string) {
  const lot = await db.lotActes.findUnique({ where: { id }, include: { par: true } })
  if (!lot) throw new NotFound('lot', id)
  const { par, ...reste } = lireActe(lot)
  return { ...reste, par: agentDe(par), actif: par.actif }
}

export type LotDuTravail = Awaited<ReturnType<typeof loadLotDuTravail>>

/** The lots of an agent, as they were kept, the newest first. */
export const lotsDe = async (db: Db, agentId: string, nombre: number) =>
  (await db.lotActes.findMany({ where: { parId: agentId }, orderBy: { creeLe: 'desc' }, take: nombre }))
    .filter(({ acte }) => isActeDeLot(acte))
    .map(lireActe)

/** How many lines stand where, of each of these lots. */
export async function compterLignes(tx: Tx | Db, ids: readonly string[]): Promise<Map<string, ComptesDeLot>> {
  const lus = await tx.lotActesLigne.groupBy({
    by: ['lotId', 'etat'],
    where: { lotId: { in: [...ids] } },
    _count: true,
  })
  return new Map(
    ids.map((id) => [
      id,
      Object.fromEntries(
        ETATS_LIGNE.map((etat) => [etat, lus.find((un) => un.lotId === id && un.etat === etat)?._count ?? 0]),
      ) as ComptesDeLot,
    ]),
  )
}

/** How many lines of one lot stand where. */
export async function comptesDuLot(tx: Tx | Db, id: string): Promise<ComptesDeLot> {
  const comptes = (await compterLignes(tx, [id])).get(id)
  if (!comptes) throw new NotFound('lot', id)
  return comptes
}

/** Sets aside the dossiers of a lot in the order given, each once; gives how many. A draft, and what is no dossier, are left out. */
export const addLignes = (tx: Tx, lotId: string, dossierIds: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO lot_actes_ligne (lot_id, dossier_id, rang)
    SELECT ${lotId}::uuid, d.id, row_number() OVER (ORDER BY min(u.rang)) - 1
    FROM unnest(${[...dossierIds]}::uuid[]) WITH ORDINALITY AS u(id, rang) JOIN dossier d ON d.id = u.id
    WHERE d.numero IS NOT NULL GROUP BY d.id`

/** One line and what is asked of it alone; `motif` is why it stays as it is, null where the act is to be tried. */
export type LigneSaisie = { dossierId: string; saisie: ChampsDeLot; motif: string | null }

/** Sets aside the dossiers of a lot, each with what is asked of it. */
export const addLignesSaisies = (tx: Tx, lotId: string, lignes: readonly LigneSaisie[]): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO lot_actes_ligne (lot_id, dossier_id, rang, saisie, motif, etat)
    SELECT ${lotId}::uuid, d.id, row_number() OVER (ORDER BY u.rang) - 1, u.ligne->'saisie', u.ligne->>'motif',
      CASE WHEN u.ligne->>'motif' IS NULL THEN 'A_EXAMINER' ELSE 'ECARTEE' END::"EtatLigneDeLot"
    FROM jsonb_array_elements(${JSON.stringify(lignes)}::jsonb) WITH ORDINALITY AS u(ligne, rang)
      JOIN dossier d ON d.id = (u.ligne->>'dossierId')::uuid
    WHERE d.numero IS NOT NULL`

/** What is asked of one line: what is asked of all, and what is asked of it alone. */
export const champsDeLigne = (champs: ChampsDeLot, saisie: unknown): ChampsDeLot => ({
  ...champs,
  ...lireChamps(saisie),
})

/** The lines that one job takes, those that stand there. */
export const lignesDeTranche = (
  tx: Tx | Db,
  { lotId, tranche, etat }: { lotId: string; tranche: number; etat: 'A_EXAMINER' | 'PRETE' },
) =>
  tx.lotActesLigne.findMany({
    where: { lotId, etat, rang: { gte: tranche * TRANCHE, lt: (tranche + 1) * TRANCHE } },
    orderBy: { rang: 'asc' },
    select: { lotId: true, dossierId: true, saisie: true },
  })

/** What a line says once it was looked at: `version` is null where the dossier could not even be read. */
export type LigneExaminee = Ecrits & {
  dossierId: string
  etat: 'PRETE' | 'ECARTEE'
  motif: string | null
  version: number | null
  filVu: string
  effet: string
}

/** Says what was seen of these lines, in one statement; nothing where the lot was filled in otherwise meanwhile. */
export const direExaminees = (
  db: Db,
  { id, version }: { id: string; version: number },
  lignes: readonly LigneExaminee[],
) => db.$executeRaw`
  UPDATE lot_actes_ligne AS l SET etat = vue.etat, motif = vue.motif, version = vue.version, fil_vu = vue."filVu", effet = vue.effet,
    courriels = vue.courriels, retenus = vue.retenus, destinataire = vue.destinataire
  FROM jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) AS vue("dossierId" uuid, etat "EtatLigneDeLot", motif text, version int,
    "filVu" text, effet text, courriels int, retenus int, destinataire text)
  WHERE l.lot_id = ${id}::uuid AND l.dossier_id = vue."dossierId" AND l.etat = 'A_EXAMINER'
    AND EXISTS (SELECT 1 FROM lot_actes WHERE id = l.lot_id AND version = ${version})`

/** Ranks of the lines that stand there. */
export const rangsDe = async (tx: Tx, lotId: string, etat: 'A_EXAMINER' | 'PRETE'): Promise<number[]> =>
  (await tx.lotActesLigne.findMany({ where: { lotId, etat }, select: { rang: true } })).map(({ rang }) => rang)

type Fait = { dossierId: string; agent: Agent; le: Date }
type Ecrits = { courriels: number; retenus: number; destinataire: string }

export const AUCUN_ECRIT: Ecrits = { courriels: 0, retenus: 0, destinataire: '' }

const lireEcrits = ({ dossierId, agent, le }: Fait) => Prisma.sql`
  SELECT count(*) FILTER (WHERE etat <> 'RETENU')::int AS courriels, count(*) FILTER (WHERE etat = 'RETENU')::int AS retenus,
    coalesce(string_agg(destinataire, ', '), '') AS destinataire
  FROM courriel WHERE dossier_id = ${dossierId}::uuid AND acteur_id = ${agent.id}::uuid AND cree_le = ${le}`

/** What the act would have written to the demandeur of one dossier at that instant. */
export async function courrielsDuFait(tx: Tx, fait: Fait): Promise<Ecrits> {
  const [ecrits] = await tx.$queryRaw<Ecrits[]>(lireEcrits(fait))
  return ecrits ?? AUCUN_ECRIT
}

type Cle = { lotId: string; dossierId: string }

/**
 * The line, held until the commit so that two workers never have it at once; null when it is done already. Where `attendre` is false the commit
 * does not wait for the disk: it is kept or lost with all that is committed after it, so whoever goes on must end with one that waits.
 */
export async function prendreLigne(tx: Tx, { lotId, dossierId }: Cle, attendre: boolean) {
  const [ligne] = await tx.$queryRaw<{ version: number; fil_vu: string }[]>`
    SELECT version, fil_vu, CASE WHEN ${attendre} THEN NULL ELSE set_config('synchronous_commit', 'off', true) END
    FROM lot_actes_ligne WHERE lot_id = ${lotId}::uuid AND dossier_id = ${dossierId}::uuid AND etat = 'PRETE' FOR UPDATE`
  return ligne ? { version: ligne.version, filVu: ligne.fil_vu } : null
}

/** Says that the act was done on this dossier, and what it wrote; with why where its rule refused. */
export const direFaite = (tx: Tx, { lotId, ...fait }: Fait & Cle, motif: string | null) => tx.$executeRaw`
  UPDATE lot_actes_ligne SET etat = ${motif === null ? 'FAITE' : 'REFUSEE'}::"EtatLigneDeLot", motif = ${motif}, traitee_le = ${fait.le},
    courriels = ecrits.courriels, retenus = ecrits.retenus, destinataire = ecrits.destinataire
  FROM (${lireEcrits(fait)}) AS ecrits
  WHERE lot_id = ${lotId}::uuid AND dossier_id = ${fait.dossierId}::uuid AND lot_actes_ligne.etat = 'PRETE'`
