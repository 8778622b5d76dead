import { estUnBudget, lectureDeJson } from '#domain/budget/lecture/lecture-gardee'
import { ouvertureDe } from '#domain/piece/antivirus'
import { lireBudgetDepose } from '#fichiers/classeur/classeur-budget'
import type { Deps, DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promiseJob } from '#infra/outbox'
import { garderLecture, versionsALire } from '#infra/stores/budget/lecture-budget'
import { lectureDeBudget } from '#jobs/catalogue'

/** Longer than the tries of a reading and their waits. */
const DELAI_MS = 2 * 60 * 60 * 1000
const LIMITE = 500

/**
 * Reads the workbook of one budget and keeps what it says, refusals too: pages and rapports then read a row, not a file. A file that
 * waits for the antivirus is left for another try; a locked one is never opened.
 */
export async function lireBudget({ db, storage, antivirus }: DepsAntivirus, versionId: string): Promise<void> {
  const version = await db.pieceVersion.findUnique({
    where: { id: versionId },
    select: { cle: true, nomFichier: true, budget: true, analyse: true, piece: { select: { code: true } } },
  })
  if (!version) throw new NotFound('version de pièce', versionId)
  if (!estUnBudget(version.piece.code) || lectureDeJson(version.budget)) return
  const ouverture = ouvertureDe(version.analyse, { antivirus: antivirus !== null })
  if (ouverture === 'VERROUILLE') return
  if (ouverture === 'EN_ATTENTE') throw new Error('le fichier attend l’antivirus')
  await garderLecture(db, versionId, await lireBudgetDepose(await storage.get(version.cle), version.nomFichier))
}

/** Promises the reading of the budgets that nobody has read this way: imported before, lost by the queue, or read by older rules. */
export async function relireBudgets({ db, now }: Deps): Promise<number> {
  return db.$transaction(async (tx) => {
    const versions = await versionsALire(tx, { depuis: new Date(now().getTime() - DELAI_MS), limite: LIMITE })
    for (const { id } of versions) await promiseJob(tx, lectureDeBudget, { versionId: id })
    return versions.length
  })
}
