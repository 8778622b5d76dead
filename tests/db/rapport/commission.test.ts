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
import { construireRapport } from '#usecases/rapport/construire-rapport'
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
  expect(saisiesDe(classeur, 'Commission', 'J7', 'K7')).toEqual(A_REMPLIR)

  const trouver = (quand: object) => seanceAPresenter(own.db, { aujourdhui: toDate('2025-06-01'), ...quand })
  expect(await trouver({ campagneCode: campagne.code })).toBe(seanceId)
  expect(await trouver({ aujourdhui: toDate('2026-01-01') })).toBe(seanceId)
  expect(await trouver({ jour: toDate('2025-06-17') })).toBeNull()
  expect(await trouver({ campagneCode: 'MEI-1900' })).toBeNull()
})

/** What two empty cells of votes may hold, as the file says it. */
const A_REMPLIR = [
  expect.objectContaining({
    type: 'decimal',
    operator: 'between',
    formulae: [0, expect.anything()],
    showErrorMessage: true,
  }),
  expect.objectContaining({ type: 'list', formulae: ['Votes_possibles'], showErrorMessage: true }),
]
const saisiesDe = (classeur: ExcelJS.Workbook, feuille: string, ...cellules: string[]) =>
  cellules.map((une) => classeur.getWorksheet(feuille)?.getCell(une).dataValidation)

test('the budget report holds what waits for a vote: the lists of the séances, then what is on none; its author is who asked', async () => {
  const campagne = await uneCampagne(own.db)
  const [a, b, c] = [await seances.unPropose(campagne.id), await seances.unPropose(campagne.id), await seances.unPropose(campagne.id, 90_000n)] // prettier-ignore
  const { lignes } = await seances.uneListe(b, a)
  await seances.voter(lignes[0])
  const [enSeance, libre] = await Promise.all([a, c].map(seances.dossierDe))
  const chemin = path.join(dir, 'budget.xlsx')
  await construireRapport(deps(), { type: 'budget', campagneCode: campagne.code, auteur: 'Camille Roux', chemin })
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.readFile(chemin)
  expect(classeur.worksheets.map(({ name }) => name)).toEqual([
    'Synthèse',
    'Dossiers',
    'Cofinancements',
    'Commission',
    'Paramètres',
  ])
  expect([classeur.creator, classeur.lastModifiedBy]).toEqual(['Camille Roux', 'Camille Roux'])
  const page = classeur.getWorksheet('Commission')
  const dites = (rang: number) => [1, 2, 7, 8, 10].map((n) => {
    const cellule = page?.getRow(rang).getCell(n)
    return cellule?.formula ? `=${cellule.result as number}` : cellule?.value
  }) // prettier-ignore
  expect([6, 7, 8, 9, 10, 11, 12, 13].map(dites)).toEqual([
    ['Rang', 'N°', 'Demandé', 'Proposé', 'Voté'],
    [`Commission permanente du 16 juin 2025 · ${campagne.code}`, null, null, null, null],
    [2, enSeance?.numero, 4500, 4500, null],
    ['Sous-total', null, '=4500', '=4500', '=0'],
    [`Sur la liste d’aucune séance, proposés · ${campagne.code}`, null, null, null, null],
    [null, libre?.numero, 900, 900, null],
    ['Sous-total', null, '=900', '=900', '=0'],
    ['Total', null, '=5400', '=5400', '=0'],
  ])
  expect(saisiesDe(classeur, 'Commission', 'J8', 'K8')).toEqual(A_REMPLIR)
  expect(saisiesDe(classeur, 'Dossiers', 'H2', 'I2')).toEqual([A_REMPLIR[0], A_REMPLIR[0]])
  expect(page?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '6:6' }) // prettier-ignore
  expect(page?.headerFooter.oddFooter).toContain('Page &P sur &N')
  const signature = page?.getColumn(7).values.includes('Signature')
  expect(signature).toBe(true)
  expect(classeur.definedNames.getRanges('Votes_possibles').ranges).toEqual([
    expect.stringMatching(/^'Paramètres'!\$A\$\d+:\$A\$\d+$/),
  ])
  const totaux = new Map<unknown, number>()
  classeur
    .getWorksheet('Paramètres')
    ?.eachRow((une) => totaux.set(une.getCell(1).value, une.getCell(2).result as number))
  for (const dit of ['Demandé', 'Proposé', 'Voté', 'Engagé', 'Payé'])
    expect(totaux.get(`${dit}, écart avec la Synthèse`), dit).toBe(0)
  expect(totaux.get('Demandé, feuille Commission')).toBe(5400)
})

test('who may not ask is refused, and what is of no séance is nothing', async () => {
  const ask = (par: typeof seances.agent, seanceId?: string) =>
    demanderRapport(deps(), par, { type: 'commission', seanceId })
  await expect(ask(await unAgent(own.db, 'LECTEUR'), crypto.randomUUID())).rejects.toBeInstanceOf(Forbidden)
  await expect(ask(seances.agent, crypto.randomUUID())).rejects.toBeInstanceOf(NotFound)
  expect(await ask(seances.agent)).toEqual({ ok: false, reason: 'SEANCE_MANQUANTE' })
})
