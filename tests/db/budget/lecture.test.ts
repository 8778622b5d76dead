import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCHEMA_LECTURE } from '#domain/budget/lecture/lecture-gardee'
import { diskStorage, newKey } from '#infra/storage'
import { addPieceVersion } from '#infra/stores/piece/depot-piece'
import { budgetDossier, resumeBudget } from '#queries/budget/budget-dossier'
import { rowsBudgets } from '#queries/rapport/rows-rapport'
import { ownDb } from '#support/own-db'
import { lireBudget, relireBudgets } from '#usecases/budget/lire-budget'
import { NOW, unDossier } from '../dossier/faits'

const fixture = (nom: string) => readFileSync(new URL(`../../fixtures/budgets/${nom}`, import.meta.url))
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const owned = await ownDb()
const { db } = owned
const storage = diskStorage(path.join(owned.dataDir, 'fichiers'))
const deps = { db, storage, antivirus: null, now: () => NOW }
let lotId = ''

beforeAll(async () => {
  const lot = await db.lot.findFirst({ select: { id: true } })
  lotId = lot?.id ?? (await unLot())
})
afterAll(() => owned.drop())

async function unLot() {
  const { id } = await db.lot.create({
    data: { type: 'DEMANDES', fichiers: [] },
    select: { id: true },
  })
  return id
}

/** Deposits a workbook as the budget of a project, `jours` after NOW; gives the id of its version. */
async function deposer(dossierId: string, nom: string, jours = 0) {
  const cle = newKey('pieces')
  await storage.put(cle, fixture(nom))
  const le = new Date(NOW.getTime() + jours * 86_400_000)
  await db.$transaction(
    (tx) =>
    addPieceVersion(tx, { dossierId, lotId, code: 'BUDGET_PROJET', libelle: 'Budget', cleDepot: 'budget', rang: 1, nomFichier: nom, cle, taille: 1, typeMime: XLSX, sha256: randomUUID(), signalements: [], le }), // prettier-ignore
  )
  const { id } = await db.pieceVersion.findFirstOrThrow({ where: { cle }, select: { id: true } })
  return { id, cle }
}

const promesses = async (versionId: string) =>
  (await db.outboxJob.findMany({ where: { name: 'budget.lire' } })).filter(
    ({ payload }) => (payload as { versionId: string }).versionId === versionId,
  ).length

describe('the reading of a deposited budget', () => {
  test('is promised at its reception, kept once done, and read from then on without its file', async () => {
    const dossier = await unDossier(db, { montantDemandeCents: 615_000n })
    const { id, cle } = await deposer(dossier.id, 'unbalanced.xlsx')
    expect(await promesses(id)).toBe(1)
    await lireBudget(deps, id)
    await storage.remove(cle)
    const lu = await budgetDossier(deps, dossier.id)
    if (lu?.etat !== 'LU') throw new Error('not read')
    expect(lu.constats.filter((c) => c.gravite === 'BLOQUANT').map((c) => [c.regle, c.cellule])).toEqual([['B01', 'Budget!F14']]) // prettier-ignore
    expect(resumeBudget(lu)).toMatchObject({ lisible: true, bloquants: 1 })
    expect(lu.comparaison).toBeNull()
    const financeurs = await db.$transaction(async (tx) => {
      for await (const row of rowsBudgets({ tx, storage, now: deps.now }, [dossier.numero ?? '']))
        return row.budget?.cofinancements.length
      return null
    })
    expect(financeurs).toBe(3)
  })

  test('a page opened before any worker reads the workbook itself', async () => {
    const dossier = await unDossier(db)
    await deposer(dossier.id, 'correct.xlsx')
    expect(await budgetDossier(deps, dossier.id)).toMatchObject({ etat: 'LU', budget: { feuille: 'Budget' } })
  })

  test('a refusal is kept too, with its sentence', async () => {
    const dossier = await unDossier(db)
    const { id } = await deposer(dossier.id, 'tronque.xlsx')
    await lireBudget(deps, id)
    expect(await budgetDossier(deps, dossier.id)).toMatchObject({ etat: 'ILLISIBLE', motif: expect.stringContaining('tronque.xlsx') as string }) // prettier-ignore
  })

  test('an older reading is promised anew, once', async () => {
    const dossier = await unDossier(db)
    const { id } = await deposer(dossier.id, 'correct.xlsx')
    await lireBudget(deps, id)
    await db.outboxJob.deleteMany({})
    await relireBudgets(deps)
    expect(await promesses(id)).toBe(0)
    await db.pieceVersion.update({ where: { id }, data: { budget: { schema: SCHEMA_LECTURE - 1 } } })
    await relireBudgets(deps)
    await relireBudgets(deps)
    expect(await promesses(id)).toBe(1)
  })

  test('a locked file is never opened', async () => {
    const dossier = await unDossier(db)
    const { id } = await deposer(dossier.id, 'correct.xlsx')
    await db.pieceVersion.update({ where: { id }, data: { analyse: 'INFECTE' } })
    await lireBudget(deps, id)
    expect(await db.pieceVersion.findUnique({ where: { id }, select: { budget: true } })).toEqual({ budget: null })
    expect(await budgetDossier(deps, dossier.id)).toMatchObject({ etat: 'ILLISIBLE' })
  })
})

test('a workbook sent again is shown beside the one it replaces', async () => {
  const dossier = await unDossier(db, { montantDemandeCents: 1_025_000n })
  const [premier, second] = [await deposer(dossier.id, 'unbalanced.xlsx'), await deposer(dossier.id, 'correct.xlsx', 1)]
  for (const { id } of [premier, second]) await lireBudget(deps, id)
  const lu = await budgetDossier(deps, dossier.id)
  if (lu?.etat !== 'LU') throw new Error('not read')
  expect(lu.comparaison?.depuis).toEqual(NOW)
  expect(lu.comparaison?.resolus.map((c) => c.regle)).toEqual(expect.arrayContaining(['B01', 'B04']))
  expect(lu.comparaison?.totaux.map(({ quoi }) => quoi)).toEqual(expect.arrayContaining(['charges', 'departement']))
})

test('the median of a campagne is that of its readings, once there are five', async () => {
  const { campagneId } = await unDossier(db)
  const ids: string[] = []
  for (let i = 0; i < 6; i += 1) {
    const dossier = await unDossier(db, { campagneId, montantDemandeCents: 1_025_000n })
    const participants = i === 5 ? 1 : 20
    await db.dossier.update({ where: { id: dossier.id }, data: { nbParticipants: participants, projetDebut: new Date('2025-10-01'), projetFin: new Date('2025-10-10') } }) // prettier-ignore
    await lireBudget(deps, (await deposer(dossier.id, 'correct.xlsx')).id)
    ids.push(dossier.id)
  }
  const regles = async (id: string | undefined) => {
    const lu = await budgetDossier(deps, id ?? '')
    return lu?.etat === 'LU' ? lu.constats.map((c) => c.regle) : null
  }
  expect(await regles(ids[5])).toContain('B16')
  expect(await regles(ids[0])).not.toContain('B16')
})
