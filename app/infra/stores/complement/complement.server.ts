import { SYSTEME } from '#domain/acces/acteur'
import { delaiCourt, rejetImpliciteLe } from '#domain/dossier/delais'
import {
  type ElementAttendu,
  estDepassee,
  leveeDe,
  type PieceRecue,
  suivreElements,
  suspensionsDe,
} from '#domain/complement/demande-complement'
import { fromDate, type Jour, toDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'

export const EN_ATTENTE = { in: ['OUVERTE', 'DEPASSEE'] } satisfies Prisma.EnumEtatDemandeComplementFilter

type Ligne = { du: Date; limite: Date; leveeLe: Date | null; elements: Prisma.JsonValue }

/** A row as the rules read it: days, and the elements this application wrote. */
export const lireDemande = <D extends Ligne>({ du, limite, leveeLe, elements, ...reste }: D) => ({
  ...reste,
  du: fromDate(du),
  limite: fromDate(limite),
  leveeLe: leveeLe && fromDate(leveeLe),
  elements: elements as ElementAttendu[],
})

/** The request of this dossier that still awaits an answer; null when none does. */
export async function demandeEnAttente(tx: Tx | Db, dossierId: string) {
  const complement = await tx.demandeComplement.findFirst({ where: { dossierId, etat: EN_ATTENTE } })
  return complement && lireDemande(complement)
}

export type DemandeLue = NonNullable<Awaited<ReturnType<typeof demandeEnAttente>>>

const PIECE = {
  code: true,
  controle: true,
  controleLe: true,
  versions: { select: { recueLe: true } },
} as const satisfies Prisma.PieceSelect

const enDates = ({ versions, ...piece }: Prisma.PieceGetPayload<{ select: typeof PIECE }>): PieceRecue => ({
  ...piece,
  recuesLe: versions.map(({ recueLe }) => recueLe),
})

/** The pièces of a dossier as their dates tell them. */
export const piecesRecues = async (tx: Tx | Db, dossierId: string): Promise<PieceRecue[]> =>
  (await tx.piece.findMany({ where: { dossierId }, select: PIECE })).map(enDates)

/** The same of many dossiers, by their id: one question whatever their number. */
export async function piecesRecuesDe(db: Db, dossierIds: readonly string[]): Promise<Map<string, PieceRecue[]>> {
  if (dossierIds.length === 0) return new Map()
  const pieces = await db.piece.findMany({
    where: { dossierId: { in: [...dossierIds] } },
    select: { ...PIECE, dossierId: true },
  })
  const parDossier = new Map<string, PieceRecue[]>(dossierIds.map((id) => [id, []]))
  for (const { dossierId, ...piece } of pieces) parDossier.get(dossierId)?.push(enDates(piece))
  return parDossier
}

/** True when what is now asked of this dossier began to be asked during its instruction, to which it then returns. */
export async function instructionCommencee(tx: Tx | Db, dossierId: string): Promise<boolean> {
  const premiere = await tx.demandeComplement.findFirst({
    where: { dossierId, etat: { not: 'ANNULEE' }, etatAvant: { not: 'INCOMPLET' } },
    orderBy: { creeLe: 'desc' },
    select: { etatAvant: true },
  })
  return premiere?.etatAvant === 'EN_INSTRUCTION'
}

/** Where each element of a request stands. */
export const suivreDemande = async (
  tx: Tx | Db,
  complement: { dossierId: string; elements: ElementAttendu[]; creeLe: Date },
) =>
  suivreElements(complement.elements, {
    depuis: complement.creeLe,
    pieces: await piecesRecues(tx, complement.dossierId),
  })

/** The clock of this dossier from its deposit and its requests; null where none runs (#domain/dossier/delais). */
export async function rejetDuDossier(
  tx: Tx | Db,
  { id, deposeLe, ...cas }: Pick<Prisma.DossierGetPayload<object>, 'id' | 'etat' | 'deposeLe' | 'reprisLe'>,
): Promise<Jour | null> {
  if (!deposeLe || !delaiCourt(cas)) return null
  const demandes = await tx.demandeComplement.findMany({ where: { dossierId: id } })
  return rejetImpliciteLe(fromDate(deposeLe), suspensionsDe(demandes.map(lireDemande)))
}

/**
 * Rewrites the two dates a bannette sorts and filters on; every act that touches a request, the deposit or the state ends with it.
 * Gives the day of implicit rejection. The version is not raised.
 */
export async function rafraichirDelais(tx: Tx, dossierId: string): Promise<Jour | null> {
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { id: true, etat: true, deposeLe: true, reprisLe: true },
  })
  const rejetLe = await rejetDuDossier(tx, dossier)
  const attente = await demandeEnAttente(tx, dossierId)
  await tx.dossier.update({
    where: { id: dossierId },
    data: { rejetImpliciteLe: rejetLe && toDate(rejetLe), complementLimite: attente && toDate(attente.limite) },
    select: { id: true },
  })
  return rejetLe
}

/** Ends the wait on the day given: the clock runs again from it, or from the limit when that came first. */
export async function leverDemande(tx: Tx, { id, dossierId }: { id: string; dossierId: string }, leveeLe: Jour) {
  await tx.demandeComplement.update({
    where: { id },
    data: { etat: 'LEVEE', leveeLe: toDate(leveeLe), version: { increment: 1 } },
    select: { id: true },
  })
  return rafraichirDelais(tx, dossierId)
}

/**
 * Ends the wait when the last element asked has come, on the day it came; does nothing while one is awaited. Called by every act
 * that touches a pièce, in its transaction; `le` is its instant, that of the last thing received where it has none.
 */
export async function leverSiTouteRecue(tx: Tx, dossierId: string, le?: Date): Promise<void> {
  const complement = await demandeEnAttente(tx, dossierId)
  if (!complement) return
  const pieces = await piecesRecues(tx, dossierId)
  const suivis = suivreElements(complement.elements, { depuis: complement.creeLe, pieces })
  const leveeLe = leveeDe(suivis)
  if (!leveeLe) return
  const rejetLe = await leverDemande(tx, complement, leveeLe)
  const instants = pieces.flatMap(({ recuesLe, controleLe }) => [...recuesLe, ...(controleLe ? [controleLe] : [])])
  const dernier = new Date(Math.max(complement.creeLe.getTime(), ...instants.map((instant) => instant.getTime())))
  const detail = {
    demandeId: complement.id,
    elements: suivis.length,
    recuLe: leveeLe,
    limite: complement.limite,
    rejetLe,
  }
  await writeJournal(tx, SYSTEME, {
    acte: 'recevoirComplements',
    objet: 'dossier',
    objetId: dossierId,
    detail,
    le: le ?? dernier,
  })
}

/**
 * Nothing is awaited any more, whatever came: the dossier was declared complete, or decided, on that day. Gives the request it ended, or
 * null.
 */
export async function cloreDemande(tx: Tx, dossierId: string, jour: Jour): Promise<string | null> {
  const complement = await demandeEnAttente(tx, dossierId)
  if (complement) await leverDemande(tx, complement, jour)
  return complement?.id ?? null
}

/** A request that an act taken back had ended is awaited again, or is past its limit on this day. The delays are the caller's to write. */
export async function rouvrirDemande(tx: Tx, id: string, today: Jour): Promise<void> {
  const { limite } = await tx.demandeComplement.findUniqueOrThrow({ where: { id }, select: { limite: true } })
  const etat = estDepassee({ etat: 'OUVERTE', limite: fromDate(limite) }, today) ? 'DEPASSEE' : 'OUVERTE'
  await tx.demandeComplement.update({
    where: { id },
    data: { etat, leveeLe: null, version: { increment: 1 } },
    select: { id: true },
  })
}
