import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { toDate } from '#domain/temps/jour'
import { NotFound } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { seanceAPresenter } from '#queries/rapport/rows-commission'
import { demanderRapport } from '#usecases/rapport/demander-rapport'
import { produireRapport } from '#usecases/rapport/produire-rapport'
import { ownDb } from '#support/own-db'
import { unAgent, uneCampagne } from '../dossier/faits'
import { seancesDans } from '../seance/faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let seances: Awaited<ReturnType<typeof seancesDans>>
const dir = mkdtempSync(path.join(os.tmpdir(), 'commission-'))
beforeAll(async () => {
  own = await ownDb()
  seances = await seancesDans(own.db)
})
afterAll(async () => {
  await own.drop()
  rmSync(dir, { recursive: true, force: true })
})

const deps = () => ({ ...seances.deps, storage: diskStorage(path.join(dir, 'fichiers')), tmp: dir })

/** The list of a séance, asked for, built and read back. */
async function liste(seanceId: string) {
  const answer = await demanderRapport(deps(), seances.agent, { type: 'commission', seanceId })
  if (!answer.ok) throw new Error(answer.reason)
  await produireRapport(deps(), answer.value.id)
  const rapport = await own.db.rapport.findUniqueOrThrow({ where: { id: answer.value.id } })
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.readFile(await deps().storage.readPath(rapport.cle ?? ''))
  const page = classeur.getWorksheet('Commission')
  if (!page) throw new Error('no sheet')
  const lues = (page.getSheetValues() as unknown as (unknown[] | undefined)[]).slice(1)
  const debut = lues.findIndex((ligne) => ligne?.[1] === 'Rang') + 1
  const fin = lues.findIndex((ligne) => ligne?.[1] === 'Total')
  return {
    rapport,
    classeur,
    lignes: lues.slice(debut, fin),
    total: lues[fin],
    dit: lues.slice(0, 4).map((une) => une?.[1]),
  }
}

test('the list of a séance is in its order, with what is proposed and voted, and leaves room where nothing is', async () => {
  const campagne = await uneCampagne(own.db)
  const [a, b] = [await seances.unPropose(campagne.id), await seances.unPropose(campagne.id)]
  const { seanceId, lignes: ids } = await seances.uneListe(b, a)
  const [un, deux] = await Promise.all([b, a].map(seances.dossierDe))
  await seances.voter(ids[1])

  const { rapport, lignes, total, dit, classeur } = await liste(seanceId)
  expect(rapport).toMatchObject({
    etat: 'PRET',
    lignes: 2,
    nomFichier: expect.stringMatching(/^commission-2025-06-16-/),
  })
  expect(dit[0]).toBe('Commission permanente du 16 juin 2025')
  const demande = (dossier: typeof un) => Number(dossier?.montantDemandeCents) / 100
  expect(lignes.map((ligne) => [1, 2, 8, 10, 11].map((rang) => ligne?.[rang]))).toEqual([
    [1, un?.numero, demande(un), undefined, undefined],
    [2, deux?.numero, demande(deux), demande(deux), 'Adopté'],
  ])
  expect(total?.[8]).toMatchObject({
    formula: expect.stringMatching(/^SUM\(H\d+:H\d+\)$/),
    result: demande(un) + demande(deux),
  })
  expect(total?.[10]).toMatchObject({ result: demande(deux) })
  expect(classeur.getWorksheet('Paramètres')).toBeDefined()

  const trouver = (quand: object) => seanceAPresenter(own.db, { aujourdhui: toDate('2025-06-01'), ...quand })
  expect(await trouver({ campagneCode: campagne.code })).toBe(seanceId)
  expect(await trouver({ aujourdhui: toDate('2026-01-01') })).toBe(seanceId)
  expect(await trouver({ jour: toDate('2025-06-17') })).toBeNull()
  expect(await trouver({ campagneCode: 'MEI-1900' })).toBeNull()
})

test('who may not ask is refused, and what is of no séance is nothing', async () => {
  const ask = (par: typeof seances.agent, seanceId?: string) =>
    demanderRapport(deps(), par, { type: 'commission', seanceId })
  await expect(ask(await unAgent(own.db, 'LECTEUR'), crypto.randomUUID())).rejects.toBeInstanceOf(Forbidden)
  await expect(ask(seances.agent, crypto.randomUUID())).rejects.toBeInstanceOf(NotFound)
  expect(await ask(seances.agent)).toEqual({ ok: false, reason: 'SEANCE_MANQUANTE' })
})
