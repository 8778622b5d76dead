import { estUnBudget, lectureDeJson } from '#domain/budget/lecture/lecture-gardee'
import type { Deps, DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { promiseJob } from '#infra/outbox'
import { garderLecture, versionsALire } from '#infra/stores/budget/lecture-budget'
import { lectureDeBudget } from '#jobs/catalogue'
import { lireBudgetDepose } from '#lecteurs/budget-depose'

/** Longer than the tries of a reading and their waits. */
const DELAI_MS = 2 * 60 * 60 * 1000
const LIMITE = 500

/**
 * Reads the workbook of one budget and keeps what it says, refusals too: pages and rapports then read a row, not a file. A locked file
 * is never opened; one that waits for the antivirus is left alone, its verdict promises this reading anew.
 */
export async function lireBudget({ db, storage }: DepsFichiers, versionId: string): Promise<void> {
  const version = await db.pieceVersion.findUnique({
    where: { id: versionId },
    select: {
      cle: true,
      nomFichier: true,
      budget: true,
      budgetFeuille: true,
      analyse: true,
      piece: { select: { code: true } },
    },
  })
  if (!version) throw new NotFound('version de pièce', versionId)
  if (!estUnBudget(version.piece.code) || lectureDeJson(version.budget)) return
  const contenu = await lireFichierRecu(storage, version)
  const { nomFichier: nom, budgetFeuille: feuille } = version
  if (contenu.ok) await garderLecture(db, versionId, await lireBudgetDepose({ contenu: contenu.value, nom, feuille }))
  else if (contenu.reason === 'ABSENT') throw new NotFound('fichier', version.cle)
}

/** Promises the reading of the budgets that nobody has read this way: imported before, lost by the queue, or read by older rules. */
export async function relireBudgets({ db, now }: Deps): Promise<number> {
  return db.$transaction(async (tx) => {
    const versions = await versionsALire(tx, { depuis: new Date(now().getTime() - DELAI_MS), limite: LIMITE })
    for (const { id } of versions) await promiseJob(tx, lectureDeBudget, { versionId: id })
    return versions.length
  })
}
