import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Db } from '#infra/db'
import type { Storage } from '#infra/storage'

const ETATS = [
  'DEPOSE',
  'INCOMPLET',
  'COMPLET',
  'EN_INSTRUCTION',
  'ACCORDE',
  'ACCORDE_PARTIEL',
  'REFUSE',
  'SANS_SUITE',
  'DECIDE_AILLEURS',
  'REJET_IMPLICITE',
] as const
const GENRES = ['COMMUNE', 'ASSOCIATION', 'COLLEGE', 'LYCEE']
const PAYS = ['Allemagne', 'Pologne', '', 'Sénégal']
const JOUR = new Date('2025-04-15T00:00:00Z')

/** `n` deposited dossiers in every state, numbered from 2025-00001, and ten drafts that no rapport may count. */
export async function desDossiers(db: Db, campagneId: string, n: number): Promise<void> {
  const structures = GENRES.map((genre) => ({
    id: randomUUID(),
    nom: `Structure ${genre}`,
    nomPlie: `structure ${genre}`.toLowerCase(),
    genre,
  }))
  await db.structure.createMany({ data: structures })
  await db.dossier.createMany({
    data: Array.from({ length: n + 10 }, (_, i) => {
      const isDraft = i >= n
      const etat = isDraft ? ('BROUILLON' as const) : (ETATS[i % ETATS.length] ?? 'DEPOSE')
      const montantDemandeCents = BigInt(100_000 + i * 137)
      return {
        campagneId,
        structureId: structures[i % structures.length]?.id ?? '',
        etat,
        numero: isDraft ? null : `2025-${String(i + 1).padStart(5, '0')}`,
        cleBrouillon: isDraft ? `brouillon-${i}` : null,
        statutPortail: isDraft ? 'En cours de saisie' : 'Validé',
        objet: i === 3 ? '=1+1 : échange' : `Projet ${i}`,
        deposeLe: isDraft ? null : JOUR,
        montantDemandeCents,
        coutTotalCents: i % 5 ? montantDemandeCents * 2n + 1n : null,
        montantAccordeCents:
          etat === 'ACCORDE' ? montantDemandeCents : etat === 'ACCORDE_PARTIEL' ? montantDemandeCents / 2n : null,
        pays: PAYS[i % PAYS.length] ?? '',
        donnees: {},
      }
    }),
  })
}

/** Deposits a workbook of budget, read from the fixtures, on the dossier of this numero. */
export async function unBudgetDepose({
  db,
  storage,
  numero,
}: {
  db: Db
  storage: Storage
  numero: string
}): Promise<void> {
  const contenu = await readFile(path.resolve(import.meta.dirname, '../../fixtures/budgets/correct.xlsx'))
  const cle = `pieces/${randomUUID()}`
  await storage.put(cle, contenu)
  const { id: dossierId } = await db.dossier.findUniqueOrThrow({ where: { numero } })
  await db.piece.create({
    data: {
      dossierId,
      code: 'BUDGET_PROJET',
      libelle: 'Budget du projet',
      cleDepot: 'budget',
      versions: {
        create: {
          numero: 1,
          nomFichier: 'budget.xlsx',
          cle,
          taille: contenu.length,
          typeMime: 'application/xlsx',
          sha256: 'x',
          recueLe: JOUR,
        },
      },
    },
  })
}
