import { createHash } from 'node:crypto'
import type { Attentes } from '#domain/budget/constat'
import { lireReglages } from '#domain/campagne/reglages'
import { type BudgetControle, controlerBudget } from '#fichiers/classeur-budget'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'
import type { ResumeBudget } from '#queries/fiche-dossier'

type Deps = { db: Db; storage: Storage }

/** Workbooks kept read: the same bytes judged by the same figures always give the same answer. */
const GARDES = 200
const lus = new Map<string, BudgetControle>()

function retenir(cle: string, budget: BudgetControle): BudgetControle {
  lus.delete(cle)
  lus.set(cle, budget)
  const [ancien] = lus.keys()
  if (lus.size > GARDES && ancien !== undefined) lus.delete(ancien)
  return budget
}

const enCle = (sha256: string, attentes: Attentes) =>
  createHash('sha256')
    .update(sha256 + JSON.stringify(attentes, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)))
    .digest('hex')

/** The workbook deposited last as budget of the project, read and judged; null when there is none. */
export async function budgetDossier({ db, storage }: Deps, dossierId: string) {
  const version = await db.pieceVersion.findFirst({
    where: { piece: { dossierId, code: 'BUDGET_PROJET' } },
    orderBy: [{ recueLe: 'desc' }, { numero: 'desc' }],
    select: {
      id: true,
      nomFichier: true,
      cle: true,
      sha256: true,
      recueLe: true,
      piece: {
        select: {
          dossier: {
            select: { montantDemandeCents: true, campagne: { select: { dispositif: true, reglages: true } } },
          },
        },
      },
    },
  })
  if (!version) return null
  const { piece, cle, sha256, ...fichier } = version
  const { montantDemandeCents, campagne } = piece.dossier
  const { montantMinCents, montantMaxCents, tauxMax, tauxMaxBloquant, partPubliqueMax } = lireReglages(
    campagne.reglages,
    campagne.dispositif,
  )
  const attentes = { montantDemandeCents, montantMinCents, montantMaxCents, tauxMax, tauxMaxBloquant, partPubliqueMax }
  const connu = lus.get(enCle(sha256, attentes))
  const controle = connu ?? (await lire(storage, { cle, nom: fichier.nomFichier }, attentes))
  return { fichier, montantDemandeCents, controle: retenir(enCle(sha256, attentes), controle) }
}

/** A row whose file is gone is told like an unreadable workbook: the rest of the dossier stays usable. */
async function lire(
  storage: Storage,
  { cle, nom }: { cle: string; nom: string },
  attentes: Attentes,
): Promise<BudgetControle> {
  try {
    return await controlerBudget(await storage.get(cle), nom, attentes)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return {
      lisible: false,
      motif: `Le fichier «\u00a0${nom}\u00a0» est introuvable sur le serveur. Prévenez l’administrateur.`,
    }
  }
}

/** What the header says of the budget. */
export function resumeBudget(lu: Awaited<ReturnType<typeof budgetDossier>>): ResumeBudget {
  if (!lu) return null
  if (!lu.controle.lisible) return { lisible: false, bloquants: 0, avertissements: 0 }
  const nombre = (gravite: string) =>
    lu.controle.lisible ? lu.controle.constats.filter((c) => c.gravite === gravite).length : 0
  return { lisible: true, bloquants: nombre('BLOQUANT'), avertissements: nombre('AVERTISSEMENT') }
}
