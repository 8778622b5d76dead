import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { annulerControle } from '#usecases/piece/annuler-controle'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, race, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const LENDEMAIN = new Date(NOW.getTime() + 24 * 3_600_000)
const deps = (le = NOW) => ({ db: own.db, now: () => le })

async function unRibAControler() {
  const dossier = await unDossier(own.db, { rib: 'A_CONTROLER', statuts: 'CONFORME' })
  return { dossierId: dossier.id, pieceId: dossier.pieces.find((p) => p.code === 'RIB')?.id ?? '' }
}

const lire = ({ pieceId }: { pieceId: string }) => own.db.piece.findUniqueOrThrow({ where: { id: pieceId } })

test('a controle undone gives back the verdict it replaced, its reason, who gave it and when, and says so in the journal', async () => {
  const [camille, ali] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Ali')]
  const visee = await unRibAControler()
  const refus = { controle: 'NON_CONFORME', motif: 'NON_SIGNEE', precision: 'page 3' } as const
  await controlerPiece(deps(), camille, { ...visee, versionPiece: 0, ...refus })
  const fait = await controlerPiece(deps(LENDEMAIN), ali, { ...visee, versionPiece: 1, controle: 'CONFORME' })
  const vue = { pieceId: visee.pieceId, versionPiece: 2 }
  expect(fait).toMatchObject({ ok: true, value: { complet: true, vue } })

  const defait = await annulerControle(deps(LENDEMAIN), ali, { dossierId: visee.dossierId, ...vue })
  expect(defait).toMatchObject({ ok: true, value: { complet: false } })
  expect(await lire(visee)).toMatchObject({ ...refus, controleParId: camille.id, controleLe: NOW, version: 3 })
  expect(await own.db.dossier.findUnique({ where: { id: visee.dossierId } })).toMatchObject({ nbManquantes: 1 })
  expect(await own.db.entreeJournal.findFirst({ where: { acte: 'annulerControle' } })).toMatchObject({
    objetId: visee.dossierId,
    acteurId: ali.id,
    detail: { piece: 'RIB', avant: 'CONFORME', apres: 'NON_CONFORME', motif: 'NON_SIGNEE', precision: 'page 3' },
  })
})

test('what is undone is the last controle seen, once, and never what somebody said since', async () => {
  const agent = await unAgent(own.db)
  const visee = await unRibAControler()
  const annuler = (versionPiece: number) => annulerControle(deps(), agent, { ...visee, versionPiece })
  expect(await nothingWritten(own.db, visee.dossierId, () => annuler(0))).toEqual({
    ok: false,
    reason: 'RIEN_A_ANNULER',
  })
  await controlerPiece(deps(), agent, { ...visee, versionPiece: 0, controle: 'CONFORME' })
  expect(await nothingWritten(own.db, visee.dossierId, () => annuler(0))).toBeInstanceOf(Conflict)
  const { won, lost } = await race(
    () => annuler(1),
    () => annuler(1),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(await nothingWritten(own.db, visee.dossierId, () => annuler(2))).toEqual({
    ok: false,
    reason: 'RIEN_A_ANNULER',
  })
})

test('a pièce judged before anybody deposited it waits again; a file received since is not touched', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db, { statuts: 'CONFORME' })
  const excuse = { dossierId, code: 'RIB', controle: 'SANS_OBJET', motif: 'NON_CONCERNE' } as const
  const fait = await controlerPiece(deps(), agent, excuse)
  const vue = fait.ok ? fait.value.vue : { pieceId: '', versionPiece: -1 }
  await annulerControle(deps(), agent, { dossierId, ...vue })
  expect(await lire(vue)).toMatchObject({ controle: 'A_CONTROLER', motif: null, controleParId: null, controleLe: null })

  await controlerPiece(deps(), agent, {
    dossierId,
    ...vue,
    versionPiece: 1,
    controle: 'SANS_OBJET',
    motif: 'AUTRE',
    precision: 'Reçu au guichet',
  })
  await own.db.piece.update({
    where: { id: vue.pieceId },
    data: { controle: 'A_CONTROLER', version: { increment: 1 } },
  })
  const tard = { dossierId, pieceId: vue.pieceId, versionPiece: 3 }
  expect(await annulerControle(deps(), agent, tard)).toEqual({ ok: false, reason: 'RIEN_A_ANNULER' })
})

test('only who may instruct undoes, and not once the decision is taken', async () => {
  const [agent, lecteur] = [await unAgent(own.db), await unAgent(own.db, 'LECTEUR')]
  const visee = await unRibAControler()
  await controlerPiece(deps(), agent, { ...visee, versionPiece: 0, controle: 'CONFORME' })
  const vue = { ...visee, versionPiece: 1 }
  expect(await nothingWritten(own.db, visee.dossierId, () => annulerControle(deps(), lecteur, vue))).toBeInstanceOf(
    Forbidden,
  )
  await own.db.dossier.update({ where: { id: visee.dossierId }, data: { etat: 'REFUSE' } })
  expect(await nothingWritten(own.db, visee.dossierId, () => annulerControle(deps(), agent, vue))).toEqual({
    ok: false,
    reason: 'DECISION_DEJA_PRISE',
  })
})
