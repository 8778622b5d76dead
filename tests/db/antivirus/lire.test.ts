import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Analyse } from '#domain/piece/antivirus'
import { diskStorage, newKey, type Storage } from '#infra/storage'
import { addPieceVersion } from '#infra/stores/piece/depot-piece'
import { budgetDossier } from '#queries/budget/budget-dossier'
import { apercuCourriel } from '#queries/courriel/apercu-courriel'
import { apercuPieceJointe, imagePieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { rowsBudgets } from '#queries/rapport/rows-rapport'
import { ownDb } from '#support/own-db'
import { lireBudget } from '#usecases/budget/lire-budget'
import { lireCourrielRecu } from '#usecases/courriel-recu/lire-courriel-recu'
import { loadCourrielRecu } from '#infra/stores/courriel-recu/courriel-recu'
import { examinerPiece } from '#usecases/piece/examiner-piece'
import { reexaminerPieces } from '#usecases/piece/reexaminer-pieces'
import { analyserPiece } from '#usecases/antivirus/analyser-fichiers'
import { makeAntivirus } from '#infra/antivirus'
import { startClamd } from '#support/clamd'
import { NOW, unDossier } from '../dossier/faits'

const fixture = (nom: string) => readFileSync(new URL(`../../fixtures/budgets/${nom}`, import.meta.url))
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

const owned = await ownDb()
const { db } = owned
const disque = diskStorage(path.join(owned.dataDir, 'fichiers'))
/** The storage, telling which files were opened; what we made from one already opened is no file of anybody. */
const ouverts: string[] = []
const noter = (cle: string) => {
  if (!cle.startsWith('apercus/')) ouverts.push(cle)
}
const storage: Storage = {
  ...disque,
  readAll: (cle) => (noter(cle), disque.readAll(cle)),
  readStream: (cle, portion) => (noter(cle), disque.readStream(cle, portion)),
  readPath: (cle) => (noter(cle), disque.readPath(cle)),
}
const deps = { db, storage, now: () => NOW }
let clamd: Awaited<ReturnType<typeof startClamd>>

beforeAll(async () => {
  clamd = await startClamd({ maxOctets: 1_000_000 })
})
beforeEach(() => {
  ouverts.length = 0
  process.env['CLAMD_URL'] = clamd.url
})
afterAll(async () => {
  delete process.env['CLAMD_URL']
  await clamd.stop()
  await owned.drop()
})

/** A dossier whose budget, of bytes of its own, no worker has read: its id, that of the version and its key. */
async function unBudget(analyse: Analyse) {
  const dossier = await unDossier(db)
  const { id: lotId } = await db.lot.create({ data: { type: 'DEMANDES', fichiers: [] }, select: { id: true } })
  const cle = newKey('pieces')
  await disque.put(cle, fixture('correct.xlsx'))
  await db.$transaction(
    (tx) =>
    addPieceVersion(tx, { dossierId: dossier.id, lotId, code: 'BUDGET_PROJET', libelle: 'Budget', cleDepot: 'budget', rang: 1, nomFichier: 'correct.xlsx', cle, taille: 1, typeMime: XLSX, sha256: randomUUID(), signalements: [], le: NOW }), // prettier-ignore
  )
  const { id } = await db.pieceVersion.update({
    where: { id: (await db.pieceVersion.findFirstOrThrow({ where: { cle } })).id },
    data: { analyse },
  })
  return { dossier, id, cle }
}

/** A mail with an image in its page and a text beside it. */
async function unCourriel(analyse: Analyse) {
  const [image, texte, cle] = [newKey('jointes'), newKey('jointes'), newKey('courriels')]
  await disque.put(image, PIXEL)
  await disque.put(texte, Buffer.from('bonjour'))
  await disque.put(cle, Buffer.from('From: a@exemple.test\r\nSubject: x\r\n\r\nbonjour\r\n'))
  const piece = { taille: 70, sha256: randomUUID(), analyse }
  const { id, pieces } = await db.courrielRecu.create({
    data: {
      messageId: randomUUID(),
      ...{ cle, nomFichier: 'x.eml', taille: 1, sha256: randomUUID(), recuLe: NOW, creeLe: NOW, analyse },
      ...{ empreinte: '', de: 'a@exemple.test', sujet: 'x', nature: 'AUTRE' as const, motifNature: '' },
      html: '<p>Voici <img src="cid:un"></p>',
      pieces: {
        create: [
          { ...piece, rang: 0, nom: 'un.png', cle: image, typeMime: 'image/png', cid: 'un' },
          { ...piece, rang: 1, nom: 'note.txt', cle: texte, typeMime: 'text/plain', cid: null },
        ],
      },
    },
    include: { pieces: { orderBy: { rang: 'asc' } } },
  })
  const [un = '', deux = ''] = pieces.map((jointe) => jointe.id)
  return { id, image: un, texte: deux }
}

const financeurs = (numero: string | null) =>
  db.$transaction(async (tx) => {
    for await (const row of rowsBudgets({ tx, storage, now: deps.now }, numero === null ? [] : [numero]))
      return row.budget?.cofinancements.length ?? null
    return 'no row'
  })

/** Everybody who opens what came from outside. */
const LECTEURS: Record<string, (analyse: Analyse) => Promise<unknown>> = {
  'the rapport': async (analyse) => financeurs((await unBudget(analyse)).dossier.numero),
  'the page of a budget': async (analyse) => budgetDossier(deps, (await unBudget(analyse)).dossier.id),
  'the reading of a budget': async (analyse) => lireBudget(deps, (await unBudget(analyse)).id),
  'the reading of the text of a pièce': async (analyse) => examinerPiece(deps, (await unBudget(analyse)).id),
  'the preview of an attachment': async (analyse) => {
    const { id, texte } = await unCourriel(analyse)
    return apercuPieceJointe(deps, { courriel: { id }, pieceId: texte })
  },
  'the picture of an attachment': async (analyse) => {
    const { id, image } = await unCourriel(analyse)
    const visee = { courriel: { id }, pieceId: image, page: 1, largeur: 10 }
    return imagePieceJointe(deps, visee).catch(() => undefined)
  },
  'the page of a mail': async (analyse) => {
    const { id } = await unCourriel(analyse)
    return apercuCourriel(deps, { courriel: { id }, mots: '' })
  },
}

describe.each(Object.entries(LECTEURS))('%s', (_, lire) => {
  test.each<[Analyse, boolean, boolean]>([
    ['NON_ANALYSE', true, false],
    ['NON_ANALYSE', false, true],
    ['SAIN', true, true],
    ['INFECTE', true, false],
    ['INFECTE', false, false],
  ])('a file %s, an antivirus set: %s; opened: %s', async (analyse, isSet, isOpened) => {
    await db.pieceVersion.updateMany({ data: { analyse: 'INFECTE' } })
    if (!isSet) delete process.env['CLAMD_URL']
    await lire(analyse)
    expect(ouverts.length > 0).toBe(isOpened)
  })
})

test('a mail found infected is not read again to be classified', async () => {
  const { id } = await unCourriel('INFECTE')
  const lecture = await lireCourrielRecu(deps, await loadCourrielRecu(db, id))
  expect(lecture).toMatchObject({ ok: false, reason: 'ILLISIBLE' })
  expect(ouverts).toEqual([])
})

test('a file that waits for the antivirus is read once it is said sound, and not promised meanwhile', async () => {
  const { id } = await unBudget('NON_ANALYSE')
  await examinerPiece(deps, id)
  await lireBudget(deps, id)
  await db.outboxJob.deleteMany()
  await reexaminerPieces({ db, now: () => new Date(NOW.getTime() + 86_400_000) })
  expect(await promesses(id)).toEqual([])
  await analyserPiece({ ...deps, antivirus: makeAntivirus(clamd.url) }, id)
  expect(await promesses(id)).toEqual(['budget.lire', 'piece.examiner'])
  await examinerPiece(deps, id)
  await lireBudget(deps, id)
  const { examen, budget } = await db.pieceVersion.findUniqueOrThrow({ where: { id } })
  expect([examen, budget]).toEqual([expect.any(Number), expect.objectContaining({ lisible: true })])
  expect(examen).toBeGreaterThan(0)
})

const promesses = async (versionId: string) =>
  (await db.outboxJob.findMany({ orderBy: { name: 'asc' } }))
    .filter(({ payload }) => (payload as { versionId?: string }).versionId === versionId)
    .map(({ name }) => name)
