import { controler } from '#domain/budget/controles'
import { lectureDeJson } from '#domain/budget/lecture/lecture-gardee'
import { type BudgetExamine, type Bloquants, examinerBloquants, type PieceExaminee } from '#domain/dossier/bloquants'
import { estVerrouille } from '#domain/piece/antivirus'
import { lireSignalements } from '#domain/piece/signalement'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { contexteBudget } from '#infra/stores/budget/contexte-budget'
import { EN_ATTENTE } from '#infra/stores/deverrouillage/modification'
import type { Prisma } from '#prisma'

const VERSION = {
  id: true,
  nomFichier: true,
  typeMime: true,
  analyse: true,
  signalements: true,
  sha256: true,
  recueLe: true,
  numero: true,
  budget: true,
} as const satisfies Prisma.PieceVersionSelect

const LU = {
  deverrouillages: { select: { echeance: true, refermeLe: true } },
  modifications: { where: EN_ATTENTE, select: { id: true }, orderBy: { id: 'asc' } },
  passesOutre: { where: { retireLe: null } },
  pieces: {
    orderBy: [{ rang: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      code: true,
      controle: true,
      signalementsEcartes: { select: { probleme: true, sha256: true } },
      versions: { orderBy: { numero: 'desc' }, take: 1, select: VERSION },
    },
  },
} as const satisfies Prisma.DossierSelect

type Lu = Prisma.DossierGetPayload<{ select: typeof LU }>

const pieceExaminee = ({ id, code, controle, signalementsEcartes, versions: [version] }: Lu['pieces'][number]) =>
  version
    ? [
        {
          pieceId: id,
          code,
          controle,
          versionId: version.id,
          nomFichier: version.nomFichier,
          ouverture: ouvertureActuelle(version.analyse),
          formatInconnu: version.typeMime === 'application/octet-stream',
          problemes: lireSignalements(version.signalements).map(({ probleme }) => probleme),
          ecartes: signalementsEcartes.filter((e) => e.sha256 === version.sha256).map(({ probleme }) => probleme),
        } satisfies PieceExaminee,
      ]
    : []

/** The budget deposited last, as the pages of the budget choose it. */
const dernierBudget = (pieces: Lu['pieces']) =>
  pieces
    .filter(({ code }) => code === 'BUDGET_PROJET')
    .flatMap(({ versions }) => versions)
    .sort((a, b) => b.recueLe.getTime() - a.recueLe.getTime() || b.numero - a.numero)[0]

/** A workbook that no worker has read says nothing yet, and must not be taken for one in order; a PDF is no workbook and never will be. */
async function budgetExamine(tx: Tx | Db, dossierId: string, { pieces }: Lu, now: Date): Promise<BudgetExamine | null> {
  const version = dernierBudget(pieces)
  if (!version || estVerrouille(version.analyse)) return null
  const { id: versionId, nomFichier } = version
  const lecture = lectureDeJson(version.budget)
  if (!lecture)
    return version.typeMime === 'application/pdf'
      ? { versionId, etat: 'ILLISIBLE', motif: `Le fichier «\u00a0${nomFichier}\u00a0» n’est pas un classeur.` }
      : { versionId, etat: 'NON_LU' }
  if (!lecture.lisible) return { versionId, etat: lecture.feuilles ? 'A_CHOISIR' : 'ILLISIBLE', motif: lecture.motif }
  return {
    versionId,
    etat: 'LU',
    constats: controler(lecture.budget, await contexteBudget(tx, dossierId, now)),
  }
}

/**
 * What blocks this dossier now, and what was said to pass over it: for the act, in its transaction, and for the page that shows it.
 * Throws NotFound.
 */
export async function bloquantsDuDossier(tx: Tx | Db, dossierId: string, now: Date): Promise<Bloquants> {
  const lu = await tx.dossier.findUnique({ where: { id: dossierId }, select: LU })
  if (!lu) throw new NotFound('dossier', dossierId)
  const { deverrouillages, modifications, pieces, passesOutre } = lu
  const budget = await budgetExamine(tx, dossierId, lu, now)
  const faits = { deverrouillages, modifications, pieces: pieces.flatMap(pieceExaminee), budget }
  return examinerBloquants(faits, passesOutre, now)
}
