import { randomUUID } from 'node:crypto'
import { lectureEnJson } from '#domain/budget/lecture/lecture-gardee'
import type { Bloquant } from '#domain/dossier/bloquants'
import type { Etat } from '#domain/dossier/etat'
import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'
import { DEPARTEMENT, ligne, unBudget } from '#support/budget-lu'
import { NOW, jour, unDossier } from './faits'

type Version = Partial<Prisma.PieceVersionUncheckedCreateWithoutPieceInput>

/** A pièce whose last version is so, accepted unless told otherwise. */
export const deposer = (db: Db, dossierId: string, code: string | null, version: Version) =>
  db.piece.create({
    data: {
      dossierId,
      code,
      libelle: 'Fichier',
      cleDepot: randomUUID(),
      controle: 'CONFORME',
      versions: {
        create: {
          numero: 1,
          nomFichier: 'fichier.pdf',
          cle: `pieces/${randomUUID()}`,
          taille: 1000,
          typeMime: 'application/pdf',
          sha256: randomUUID(),
          recueLe: jour('2025-04-10'),
          ...version,
        },
      },
    },
    include: { versions: true },
  })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The reading of a budget that asks 4 500 € of the Département: balanced, or short by so many cents of charges. */
export const unClasseur = (manqueCents = 0n): Version => ({
  nomFichier: 'budget.xlsx',
  typeMime: XLSX,
  budget: lectureEnJson({
    lisible: true,
    budget: unBudget([
      ligne('CHARGES', 'DETAIL', { code: '60', libelle: 'Achats', montantCents: 900_000n - manqueCents }),
      ligne('PRODUITS', 'DETAIL', { ...DEPARTEMENT, montantCents: 450_000n, cellule: 'Budget!E2' }),
      ligne('PRODUITS', 'DETAIL', { code: '75', libelle: 'Cotisations', montantCents: 450_000n, cellule: 'Budget!E3' }),
    ]),
  }) as Prisma.InputJsonObject,
})

/** Makes this bloquant, and no other, true of a dossier. */
export const BLOQUER: Record<Bloquant['nature'], (db: Db, dossierId: string, parId: string) => Promise<unknown>> = {
  DEVERROUILLAGE_OUVERT: (db, dossierId, ouvertParId) =>
    db.deverrouillage.create({
      data: {
        dossierId,
        sections: ['BUDGET'],
        motif: 'Corriger le budget.',
        ouvertParId,
        ouvertLe: NOW,
        echeance: new Date(NOW.getTime() + 86_400_000),
      },
    }),
  MODIFICATION_A_EXAMINER: async (db, dossierId, ouvertParId) => {
    const { id } = await db.deverrouillage.create({
      data: {
        dossierId,
        sections: ['BUDGET'],
        motif: 'Corriger le budget.',
        ouvertParId,
        ouvertLe: new Date(NOW.getTime() - 86_400_000),
        echeance: new Date(NOW.getTime() - 3_600_000),
        refermeLe: new Date(NOW.getTime() - 3_600_000),
        fermeture: 'DEPOT',
      },
    })
    await db.modification.create({
      data: { dossierId, deverrouillageId: id, etat: 'REDEPOSEE', redeposeeLe: NOW },
    })
  },
  BUDGET: (db, dossierId) => deposer(db, dossierId, 'BUDGET_PROJET', unClasseur(10_000n)),
  BUDGET_A_CHOISIR: (db, dossierId) =>
    deposer(db, dossierId, 'BUDGET_PROJET', {
      nomFichier: 'budget.xlsx',
      typeMime: XLSX,
      budget: lectureEnJson({
        lisible: false,
        motif: 'Le fichier contient plusieurs budgets.',
        feuilles: ['Irlande', 'Pologne'],
      }) as Prisma.InputJsonObject,
    }),
  BUDGET_ILLISIBLE: (db, dossierId) =>
    deposer(db, dossierId, 'BUDGET_PROJET', {
      typeMime: XLSX,
      budget: lectureEnJson({ lisible: false, motif: 'est protégé.' }) as Prisma.InputJsonObject,
    }),
  BUDGET_NON_LU: (db, dossierId) => deposer(db, dossierId, 'BUDGET_PROJET', { typeMime: XLSX }),
  FICHIER_INFECTE: (db, dossierId) => deposer(db, dossierId, 'LETTRE', { analyse: 'INFECTE' }),
  FICHIER_NON_ANALYSE: (db, dossierId) => deposer(db, dossierId, 'LETTRE', { analyse: 'NON_ANALYSE' }),
  PIECE_ILLISIBLE: (db, dossierId) =>
    deposer(db, dossierId, 'LETTRE', {
      signalements: [{ probleme: 'PDF_ILLISIBLE', detail: 'Le document est abîmé.' }],
    }),
}

/** Every kind of bloquant there is: one without its way to be made does not compile. */
export const NATURES_BLOQUANT = Object.keys(BLOQUER) as Bloquant['nature'][]

/** Another file, with the same fault, in the place of each that these bloquants deposited. */
export async function remplacerFichiers(db: Db, dossierId: string): Promise<void> {
  const pieces = await db.piece.findMany({
    where: { dossierId, code: { in: ['BUDGET_PROJET', 'LETTRE'] } },
    include: { versions: { orderBy: { numero: 'desc' }, take: 1 } },
  })
  await db.pieceVersion.createMany({
    data: pieces.flatMap(({ id: pieceId, versions }) =>
      versions.map(({ id: _, numero, recueLe, budget, signalements, ...version }) => ({
        ...{ ...version, pieceId, numero: numero + 1, sha256: randomUUID(), cle: `pieces/${randomUUID()}` },
        ...{ recueLe: new Date(recueLe.getTime() + 3_600_000), signalements: signalements as Prisma.InputJsonArray },
        ...(budget !== null && { budget: budget as Prisma.InputJsonObject }),
      })),
    ),
  })
}

/** A dossier whose files were scanned, in this state, that this blocks. */
export async function unDossierBloque(
  db: Db,
  nature: Bloquant['nature'] | null,
  etat: Etat,
  { parId, campagneId }: { parId: string; campagneId?: string },
) {
  const { id } = await unDossier(db, { etat, ...(campagneId && { campagneId }) })
  await db.pieceVersion.updateMany({ where: { piece: { dossierId: id } }, data: { analyse: 'SAIN' } })
  if (nature) await BLOQUER[nature](db, id, parId)
  if (nature !== 'FICHIER_NON_ANALYSE')
    await db.pieceVersion.updateMany({
      where: { piece: { dossierId: id }, analyse: 'NON_ANALYSE' },
      data: { analyse: 'SAIN' },
    })
  return db.dossier.findUniqueOrThrow({ where: { id } })
}
