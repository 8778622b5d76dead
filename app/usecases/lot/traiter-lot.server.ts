import { SYSTEME } from '#domain/acces/acteur'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadLot } from '#infra/stores/portail/lot'
import type { FichierDepose } from '#usecases/lot/deposer-lot'
import { prevoirLot } from '#usecases/lot/prevoir-lot'
import { traiterDemandes } from '#usecases/lot/traiter-demandes'
import { traiterMessages } from '#usecases/lot/traiter-messages'
import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'

/**
 * Reads a lot: one that nobody has confirmed is only previewed (`value` is then null), else what can be imported is, each line in its own
 * transaction. Killed and run again it goes on where it was, run twice it does nothing more. A delivery that cannot be read at all ends as
 * ECHEC with its sentence; anything unexpected is thrown, to be tried again.
 */
export async function traiterLot(deps: DepsFichiers, lotId: string): Promise<Result<object | null, 'ILLISIBLE'>> {
  const { db } = deps
  const lot = await loadLot(db, lotId)
  if (lot.etat === 'TERMINE') return ok(lot.bilan as object)
  if (lot.etat === 'ECHEC') return no('ILLISIBLE', lot.erreur ?? '')
  if (lot.etat === 'A_CONFIRMER' || lot.etat === 'ECARTE') return ok(null)
  await db.lot.update({ where: { id: lotId }, data: { etat: 'EN_COURS' }, select: { id: true } })

  if (!lot.confirmeLe) {
    const prevu = await prevoirLot(deps, lot)
    return prevu.ok ? ok(null) : finir(deps, lotId, prevu)
  }
  const fichiers = lot.fichiers as FichierDepose[]
  return lot.type === 'COURRIELS'
    ? finir(deps, lotId, await traiterMessages(deps, { lotId, fichiers }))
    : finir(deps, lotId, await traiterDemandes(deps, lot))
}

/** Writes how the reading ended, once. */
async function finir<T extends object>({ db, now }: DepsFichiers, lotId: string, answer: Result<T, 'ILLISIBLE'>) {
  await db.$transaction(async (tx) => {
    const fin = answer.ok
      ? { etat: 'TERMINE' as const, bilan: answer.value as Prisma.InputJsonObject }
      : { etat: 'ECHEC' as const, erreur: answer.detail ?? '' }
    const { count } = await tx.lot.updateMany({
      where: { id: lotId, etat: 'EN_COURS' },
      data: { ...fin, termineLe: now(), version: { increment: 1 } },
    })
    if (count === 0) return
    const detail = answer.ok ? resumer(answer.value) : { erreur: answer.detail ?? '' }
    await writeJournal(tx, SYSTEME, { acte: 'traiterLot', objet: 'lot', objetId: lotId, detail, le: now() })
  })
  return answer
}

/** Nobody will try this lot again by itself: the row says why, and the files can be delivered again. */
export async function abandonnerLot(db: Db, lotId: string, motif: string): Promise<void> {
  await db.lot.updateMany({
    where: { id: lotId, etat: { in: ['EN_ATTENTE', 'EN_COURS'] } },
    data: { etat: 'ECHEC', erreur: motif.slice(0, 500), version: { increment: 1 } },
  })
}

/** The numbers of a bilan: the journal does not keep its lists. */
const resumer = (bilan: object): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(bilan).flatMap(([nom, valeur]) => {
      if (typeof valeur === 'number') return [[nom, valeur]]
      return Array.isArray(valeur) ? [[nom, valeur.length]] : []
    }),
  )
