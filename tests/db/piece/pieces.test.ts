import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { piecesDossier } from '#queries/piece/pieces-dossier'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { reconnaitrePiece } from '#usecases/piece/reconnaitre-piece'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, race, unAgent, unDossier, unePiece } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })

const lire = (id: string) => own.db.dossier.findUniqueOrThrow({ where: { id }, include: { pieces: true } })

async function unDossierAControler() {
  const dossier = await unDossier(own.db, { rib: 'A_CONTROLER', statuts: 'A_CONTROLER' })
  const [rib, statuts] = ['RIB', 'STATUTS'].map((code) => dossier.pieces.find((p) => p.code === code)?.id ?? '')
  return {
    dossierId: dossier.id,
    rib: { pieceId: rib ?? '', versionPiece: 0 },
    statuts: { pieceId: statuts ?? '', versionPiece: 0 },
  }
}

test('completeness follows each control in the same commit and says what is left', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, rib, statuts } = await unDossierAControler()

  const first = await controlerPiece(deps(), agent, { dossierId, ...rib, controle: 'CONFORME' })
  expect(first).toMatchObject({ ok: true, value: { complet: false, aControler: ['STATUTS'] } })
  const refuse = { controle: 'NON_CONFORME', motif: 'NON_SIGNEE', precision: ' page 3 ' } as const
  await controlerPiece(deps(), agent, { dossierId, ...statuts, ...refuse })

  const dossier = await lire(dossierId)
  expect(dossier).toMatchObject({
    completude: 'MANQUANTES',
    nbManquantes: 1,
    nbAControler: 0,
    version: 2,
    etat: 'DEPOSE',
  })
  expect(dossier.pieces.find((p) => p.id === statuts.pieceId)).toMatchObject({
    controle: 'NON_CONFORME',
    motif: 'NON_SIGNEE',
    precision: 'page 3',
    controleParId: agent.id,
    controleLe: NOW,
    version: 1,
  })
  const [, entree] = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(entree).toMatchObject({ acte: 'controlerPiece', acteurId: agent.id })
  expect(entree?.detail).toEqual({
    piece: 'STATUTS',
    fichier: 'STATUTS.pdf',
    avant: 'A_CONTROLER',
    apres: 'NON_CONFORME',
    motif: 'NON_SIGNEE',
    precision: 'page 3',
  })
})

test('a control is undone by putting the pièce back as it was', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, rib } = await unDossierAControler()
  await controlerPiece(deps(), agent, { dossierId, ...rib, controle: 'CONFORME' })
  await controlerPiece(deps(), agent, { dossierId, ...rib, versionPiece: 1, controle: 'A_CONTROLER' })
  expect(await lire(dossierId)).toMatchObject({ nbAControler: 2, version: 2 })
})

test('a pièce nobody deposited is excused with its reason, once, and can be asked for again', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db, { rib: 'CONFORME' })
  const excuse = { dossierId, code: 'STATUTS', controle: 'SANS_OBJET', motif: 'DEJA_DETENUE' } as const
  expect(await controlerPiece(deps(), agent, excuse)).toMatchObject({ ok: true, value: { complet: true } })
  await expect(controlerPiece(deps(), agent, excuse)).rejects.toBeInstanceOf(Conflict)

  const statuts = (await lire(dossierId)).pieces.find((p) => p.code === 'STATUTS')
  await controlerPiece(deps(), agent, {
    dossierId,
    pieceId: statuts?.id ?? '',
    versionPiece: 0,
    controle: 'A_CONTROLER',
  })
  expect(await lire(dossierId)).toMatchObject({ completude: 'MANQUANTES', nbManquantes: 1 })
  expect((await piecesDossier(own.db, dossierId, NOW)).completude.manquantes).toEqual(['STATUTS'])
})

test.each([
  [{ controle: 'NON_CONFORME' }, 'MOTIF_MANQUANT'],
  [{ controle: 'NON_CONFORME', motif: 'DEJA_DETENUE' }, 'MOTIF_INCONNU'],
  [{ controle: 'NON_CONFORME', motif: 'AUTRE', precision: '  ' }, 'PRECISION_MANQUANTE'],
] as const)('a control of %o is refused by %s and writes nothing at all', async (verdict, reason) => {
  const agent = await unAgent(own.db)
  const { dossierId, rib } = await unDossierAControler()
  expect(
    await nothingWritten(own.db, dossierId, () => controlerPiece(deps(), agent, { dossierId, ...rib, ...verdict })),
  ).toEqual({
    ok: false,
    reason,
  })
})

test.each([
  ['STATUTS', 'CONFORME', 'PIECE_SANS_FICHIER'],
  ['CER', 'SANS_OBJET', 'PIECE_NON_DEMANDEE'],
] as const)('an absent %s cannot be %s: %s', async (code, controle, reason) => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db, { rib: 'CONFORME' })
  const verdict = { dossierId, code, controle, motif: 'NON_CONCERNE' }
  expect(await nothingWritten(own.db, dossierId, () => controlerPiece(deps(), agent, verdict))).toEqual({
    ok: false,
    reason,
  })
})

test('nothing is looked at before the deposit nor after the decision', async () => {
  const agent = await unAgent(own.db)
  for (const [etat, reason] of [
    ['BROUILLON', 'PAS_ENCORE_DEPOSE'],
    ['REFUSE', 'DECISION_DEJA_PRISE'],
  ] as const) {
    const dossier = await unDossier(own.db, { etat, rib: 'A_CONTROLER' })
    const visee = { dossierId: dossier.id, pieceId: dossier.pieces[0]?.id ?? '', versionPiece: 0 }
    expect(
      await nothingWritten(own.db, dossier.id, () => controlerPiece(deps(), agent, { ...visee, controle: 'CONFORME' })),
    ).toEqual({ ok: false, reason })
    expect(
      await nothingWritten(own.db, dossier.id, () => reconnaitrePiece(deps(), agent, { ...visee, code: 'STATUTS' })),
    ).toEqual({ ok: false, reason })
  }
})

test('a LECTEUR looks but does not judge', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { dossierId, rib } = await unDossierAControler()
  expect(
    await nothingWritten(own.db, dossierId, () =>
      controlerPiece(deps(), lecteur, { dossierId, ...rib, controle: 'CONFORME' }),
    ),
  ).toBeInstanceOf(Forbidden)
  expect(
    await nothingWritten(own.db, dossierId, () =>
      reconnaitrePiece(deps(), lecteur, { dossierId, ...rib, code: 'STATUTS' }),
    ),
  ).toBeInstanceOf(Forbidden)
})

test('on one pièce one of two agents wins; on two pièces of one dossier both do', async () => {
  const [a, b] = [await unAgent(own.db), await unAgent(own.db)]
  const { dossierId, rib, statuts } = await unDossierAControler()
  const conforme = { dossierId, controle: 'CONFORME' } as const

  const meme = await race(
    () => controlerPiece(deps(), a, { ...conforme, ...rib }),
    () => controlerPiece(deps(), b, { ...conforme, ...rib }),
  )
  expect([meme.won.length, meme.lost.length]).toEqual([1, 1])
  expect(meme.lost[0]).toBeInstanceOf(Conflict)

  const autres = await race(
    () => controlerPiece(deps(), a, { ...conforme, ...statuts }),
    () => controlerPiece(deps(), b, { ...conforme, ...rib, versionPiece: 1, controle: 'A_CONTROLER' }),
  )
  expect([autres.won.length, autres.lost.length]).toEqual([2, 0])
  expect(await lire(dossierId)).toMatchObject({ version: 3, nbAControler: 1 })
  expect(await own.db.entreeJournal.count({ where: { objetId: dossierId } })).toBe(3)
})

test('a pièce of another dossier is not there', async () => {
  const agent = await unAgent(own.db)
  const { rib } = await unDossierAControler()
  const { dossierId } = await unDossierAControler()
  await expect(controlerPiece(deps(), agent, { dossierId, ...rib, controle: 'CONFORME' })).rejects.toBeInstanceOf(
    NotFound,
  )
})

test('an unknown file is named, and has then to be looked at', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db, { rib: 'CONFORME' })
  const { id: pieceId } = await own.db.piece.create({ data: { dossierId, ...unePiece(null, 'CONFORME', 'scan.pdf') } })
  const answer = await reconnaitrePiece(deps(), agent, { dossierId, pieceId, versionPiece: 0, code: 'STATUTS' })
  expect(answer).toMatchObject({ ok: true, value: { manquantes: [], aControler: ['STATUTS'] } })
  expect(await own.db.piece.findUniqueOrThrow({ where: { id: pieceId } })).toMatchObject({
    code: 'STATUTS',
    controle: 'A_CONTROLER',
    version: 1,
  })
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: dossierId } })
  expect(entree?.detail).toEqual({ fichier: 'scan.pdf', avant: null, apres: 'STATUTS' })
  expect(
    await nothingWritten(own.db, dossierId, () =>
      reconnaitrePiece(deps(), agent, { dossierId, pieceId, versionPiece: 1, code: 'STATUTS' }),
    ),
  ).toEqual({ ok: false, reason: 'CODE_INCHANGE' })
})

test('the list shows what is asked for in its order, then what nobody asked for', async () => {
  const { id: dossierId } = await unDossier(own.db, { rib: 'CONFORME' })
  await own.db.piece.create({ data: { dossierId, rang: 8, ...unePiece('CER') } })
  await own.db.piece.create({ data: { dossierId, rang: 9, ...unePiece(null) } })
  const { lignes } = await piecesDossier(own.db, dossierId, NOW)
  expect(lignes.map(({ code, exigence, piece }) => [code, exigence, piece?.controle ?? null])).toEqual([
    ['STATUTS', 'OBLIGATOIRE', null],
    ['RIB', 'OBLIGATOIRE', 'CONFORME'],
    ['PROGRAMME', 'SI_PERTINENT', null],
    ['CER', null, 'A_CONTROLER'],
    [null, null, 'A_CONTROLER'],
  ])
})
