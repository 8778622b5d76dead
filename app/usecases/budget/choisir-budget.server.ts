import { type Agent, requireDroit } from '#domain/acces/droits'
import { lectureEnJson } from '#domain/budget/lecture/lecture-gardee'
import { empechementControle } from '#domain/dossier/instruction'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { writeJournal } from '#infra/journal'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'
import { lireBudgetDepose } from '#lecteurs/budget-depose'
import type { Prisma } from '#prisma'

export type RefusDeBudget = 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE' | 'FICHIER_FERME' | 'FEUILLE_SANS_BUDGET'

type Input = {
  dossierId: string
  /** The deposited file on the officer's page, which never changes. */
  versionId: string
  /** The budget, by the name the reading gives it: its sheet, with its title and its cells where the sheet holds several. */
  feuille: string
  /** The one chosen before, as the officer's page showed it; null when none was. */
  choisie: string | null
}

/**
 * Says which of the budgets of a workbook is that of the project: read then and there, kept, and judged from then on. Throws NotFound,
 * Forbidden, and Conflict when somebody chose meanwhile.
 */
export async function choisirBudget(
  { db, storage, now }: DepsFichiers,
  agent: Agent,
  { dossierId, versionId, feuille, choisie }: Input,
): Promise<Result<undefined, RefusDeBudget>> {
  requireDroit(agent, 'dossier.instruire')
  const vise = { id: versionId, piece: { dossierId } }
  const version = await db.pieceVersion.findFirst({
    where: vise,
    select: { cle: true, nomFichier: true, analyse: true },
  })
  if (!version) throw new NotFound('version de pièce', versionId)
  const contenu = await lireFichierRecu(storage, version)
  if (!contenu.ok) return no('FICHIER_FERME')
  const lecture = await lireBudgetDepose({ contenu: contenu.value, nom: version.nomFichier, feuille })
  if (!lecture.lisible || lecture.budget.feuille !== feuille) return no('FEUILLE_SANS_BUDGET')

  return db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const dossier = await loadDossier(tx, dossierId)
    const closed = empechementControle(dossier.etat)
    if (closed) return no(closed)
    await claimVersion(tx, dossier)
    const { count } = await tx.pieceVersion.updateMany({
      where: { ...vise, budgetFeuille: choisie },
      data: { budgetFeuille: feuille, budget: lectureEnJson(lecture) as Prisma.InputJsonObject },
    })
    if (count === 0) throw new Conflict('dossier', dossierId)
    await writeJournal(tx, agent, {
      acte: 'choisirBudget',
      objet: 'dossier',
      objetId: dossierId,
      detail: { fichier: version.nomFichier, avant: choisie, apres: feuille },
      le: now(),
    })
    return ok()
  })
}
