import { aideOuverte } from '#domain/demande-en-ligne/aide'
import { ETAPES, type Etape } from '#domain/demande-en-ligne/etapes'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'

/** A word of an officer on a step, as its structure reads it. */
export type MotDit = { id: string; etape: Etape; texte: string; par: string; ecritLe: Date }

const enEtape = (lue: string): Etape => ETAPES.find((une) => une === lue) ?? 'PROJET'

/** What officers said of each step, last first. */
export async function motsDe(db: Db | Tx, demandeEnLigneId: string): Promise<MotDit[]> {
  const lus = await db.motDAide.findMany({
    where: { demandeEnLigneId },
    orderBy: [{ ecritLe: 'desc' }, { id: 'asc' }],
    select: { id: true, etape: true, texte: true, par: true, ecritLe: true },
  })
  return lus.map(({ etape, ...mot }) => ({ ...mot, etape: enEtape(etape) }))
}

/** The help asked for on it at this instant; null where none is. */
export async function aideDe(db: Db | Tx, { id, deposeeLe }: { id: string; deposeeLe: Date | null }, now: Date) {
  const aides = await db.aideDemandee.findMany({ where: { demandeEnLigneId: id, fermeeLe: null } })
  return aideOuverte({ deposeeLe, aides }, now)
}

/** A demande on which help is asked for now. Throws NotFound for any other: a draft is invisible, and nothing tells that it is there. */
export async function demandeAidee(db: Db | Tx, id: string, now: Date) {
  const demandeEnLigne = await db.demandeEnLigne.findUnique({ where: { id }, select: { id: true, deposeeLe: true } })
  const aide = demandeEnLigne && (await aideDe(db, demandeEnLigne, now))
  if (!aide) throw new NotFound('demande-en-ligne', id)
  return aide
}
