import { estUnBudget, lectureDeJson, lectureEnJson } from '#domain/budget/lecture/lecture-gardee'
import type { Deps, DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { budgetsALire, promettreLectureDuContenu } from '#infra/stores/demande-en-ligne/lecture-de-piece'
import { lireBudgetDepose } from '#lecteurs/budget-depose'
import type { Prisma } from '#prisma'

/** Longer than the tries of a reading and their waits. */
const DELAI_MS = 60 * 60 * 1000
const LIMITE = 500

/**
 * Reads the workbook of the budget of a demande and keeps what it says, refusals too. It is about the file that is given now: one that was taken away or
 * replaced while it was read says nothing, and the reading of the other was promised with it.
 */
export async function lireBudgetEnLigne({ db, storage }: DepsFichiers, pieceId: string): Promise<void> {
  const choisie = { where: { id: pieceId }, select: { cle: true, nomFichier: true, code: true, budget: true, analyse: true } } // prettier-ignore
  const piece = await db.pieceEnLigne.findUnique(choisie)
  if (!piece || !estUnBudget(piece.code) || lectureDeJson(piece.budget)) return
  const { cle, nomFichier: nom } = piece
  const contenu = await lireFichierRecu(storage, piece)
  if (contenu.ok) {
    const lecture = await lireBudgetDepose({ contenu: contenu.value, nom, feuille: null })
    const budget = lectureEnJson(lecture) as Prisma.InputJsonObject
    await db.pieceEnLigne.updateMany({ where: { id: pieceId, cle }, data: { budget } })
  } else if (contenu.reason === 'ABSENT' && (await db.pieceEnLigne.findUnique(choisie))?.cle === cle)
    throw new NotFound('fichier', cle)
}

/** Promises the reading of the budgets of demandes that nobody has read this way: given before, lost by the queue, or read by older rules. */
export const relireBudgetsEnLigne = ({ db, now }: Deps): Promise<number> =>
  db.$transaction(async (tx) => {
    const pieces = await budgetsALire(tx, { depuis: new Date(now().getTime() - DELAI_MS), limite: LIMITE })
    for (const piece of pieces) await promettreLectureDuContenu(tx, piece.id)
    return pieces.length
  })
