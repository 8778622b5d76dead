import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { diskStorage, newKey } from '#infra/storage'
import { bloquantsDuDossier } from '#infra/stores/dossier/bloquants'
import { addPieceVersion } from '#infra/stores/piece/depot-piece'
import { budgetDossier } from '#queries/budget/budget-dossier'
import { ownDb } from '#support/own-db'
import { choisirBudget } from '#usecases/budget/choisir-budget'
import { lireBudget } from '#usecases/budget/lire-budget'
import { classeur, type Rangee } from '../../unit/budget/budgets-inventes'
import { NOW, unAgent, unDossier } from '../dossier/faits'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const owned = await ownDb()
const { db } = owned
const storage = diskStorage(path.join(owned.dataDir, 'fichiers'))
const deps = { db, storage, antivirus: null, now: () => NOW }
afterAll(() => owned.drop())

const avec = (montant: number): Rangee[] => [
  ['CHARGES', 'Montant', 'PRODUITS', 'Montant'],
  ['Achats', montant, 'Département', montant],
]

/** A dossier whose budget is a workbook with two, that nothing tells apart; read by a worker. */
async function deuxBudgets(
  etat?: 'ACCORDE',
  feuilles: Record<string, Rangee[]> = { Irlande: avec(900), Pologne: avec(500) },
) {
  const { id: dossierId } = await unDossier(db, etat && { etat })
  const { id: lotId } = await db.lot.create({ data: { type: 'DEMANDES', fichiers: [] }, select: { id: true } })
  const cle = newKey('pieces')
  await storage.put(cle, await classeur(feuilles))
  await db.$transaction((tx) =>
    addPieceVersion(tx, {
      ...{ dossierId, lotId, cle, code: 'BUDGET_PROJET', libelle: 'Budget', cleDepot: 'budget', rang: 1, taille: 1 },
      ...{ nomFichier: 'budget.xlsx', typeMime: XLSX, sha256: randomUUID(), signalements: [], le: NOW },
    }),
  )
  const { id: versionId } = await db.pieceVersion.findFirstOrThrow({ where: { cle }, select: { id: true } })
  await lireBudget(deps, versionId)
  return { dossierId, versionId, choisie: null }
}

test('a workbook with two budgets shows no figure until an officer says which; the choice is told, and may be another', async () => {
  const agent = await unAgent(db)
  const vise = await deuxBudgets()
  expect(await budgetDossier(deps, vise.dossierId)).toMatchObject({
    etat: 'ILLISIBLE',
    choix: { feuilles: ['Irlande', 'Pologne'], choisie: null },
  })
  const bloquent = async () => (await bloquantsDuDossier(db, vise.dossierId, NOW)).map(({ nature }) => nature)
  expect(await bloquent()).toContain('BUDGET_A_CHOISIR')
  expect(await choisirBudget(deps, agent, { ...vise, feuille: 'Pologne' })).toEqual({ ok: true, value: undefined })
  expect(await budgetDossier(deps, vise.dossierId)).toMatchObject({
    etat: 'LU',
    budget: { feuille: 'Pologne' },
    chiffres: { charges: 50_000n },
    choix: { feuilles: ['Pologne', 'Irlande'], choisie: 'Pologne' },
  })
  expect(await bloquent()).not.toContain('BUDGET_A_CHOISIR')
  await expect(choisirBudget(deps, agent, { ...vise, feuille: 'Irlande' })).rejects.toThrow(Conflict)
  await choisirBudget(deps, agent, { ...vise, choisie: 'Pologne', feuille: 'Irlande' })
  const [{ detail } = { detail: null }] = await db.entreeJournal.findMany({
    where: { objetId: vise.dossierId, acte: 'choisirBudget' },
    orderBy: { id: 'desc' },
  })
  expect(detail).toMatchObject({ fichier: 'budget.xlsx', avant: 'Pologne', apres: 'Irlande' })
  await lireBudget(deps, vise.versionId)
  expect(await budgetDossier(deps, vise.dossierId)).toMatchObject({ budget: { feuille: 'Irlande' } })
})

test('two budgets of one sheet are chosen by their names', async () => {
  const noms = ['Feuil1, Budget 2025 (A1:D3)', 'Feuil1, Budget 2026 (A5:D7)'] as const
  const feuille = [['Budget 2025'], ...avec(900), [], ['Budget 2026'], ...avec(500)]
  const vise = await deuxBudgets(undefined, { Feuil1: feuille })
  expect(await budgetDossier(deps, vise.dossierId)).toMatchObject({ etat: 'ILLISIBLE', choix: { feuilles: noms } })
  expect((await choisirBudget(deps, await unAgent(db), { ...vise, feuille: noms[1] })).ok).toBe(true)
  await db.pieceVersion.update({ where: { id: vise.versionId }, data: { budget: { schema: 0 } } })
  await lireBudget(deps, vise.versionId)
  expect(await budgetDossier(deps, vise.dossierId)).toMatchObject({
    budget: { feuille: noms[1] },
    chiffres: { charges: 50_000n },
    choix: { feuilles: [noms[1], noms[0]], choisie: noms[1] },
  })
})

test('a choice outlives a reading anew', async () => {
  const vise = await deuxBudgets()
  await choisirBudget(deps, await unAgent(db), { ...vise, feuille: 'Pologne' })
  await db.pieceVersion.update({ where: { id: vise.versionId }, data: { budget: { schema: 0 } } })
  await lireBudget(deps, vise.versionId)
  expect(await budgetDossier(deps, vise.dossierId)).toMatchObject({ budget: { feuille: 'Pologne' } })
})

test('it is refused to who only reads, for a sheet without a budget, and once a decision is taken', async () => {
  const agent = await unAgent(db)
  const vise = await deuxBudgets()
  await expect(choisirBudget(deps, await unAgent(db, 'LECTEUR'), { ...vise, feuille: 'Pologne' })).rejects.toThrow(
    Forbidden,
  )
  expect(await choisirBudget(deps, agent, { ...vise, feuille: 'Feuil9' })).toEqual({
    ok: false,
    reason: 'FEUILLE_SANS_BUDGET',
  })
  const decide = await deuxBudgets('ACCORDE')
  expect(await choisirBudget(deps, agent, { ...decide, feuille: 'Pologne' })).toEqual({
    ok: false,
    reason: 'DECISION_DEJA_PRISE',
  })
  expect(await budgetDossier(deps, decide.dossierId)).toMatchObject({ choix: null })
})
