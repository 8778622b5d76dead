import { afterAll, beforeAll, expect, test } from 'vitest'
import { lireSignalements } from '#domain/piece/signalement'
import { REGLES_DE_LECTURE } from '#domain/piece/signalement-texte'
import type { BilanDemandes } from '#domain/portail/bilan'
import { examenDePiece } from '#jobs/catalogue'
import { examinerPiece } from '#usecases/piece/examiner-piece'
import { reexaminerPieces } from '#usecases/piece/reexaminer-pieces'
import { archive, fixture, importer, receptionDeps, listing, NOW } from '#support/reception'
import { ownDb } from '#support/own-db'

type Attendu = Record<string, { files: { file: string; problem?: string }[] }>

let own: Awaited<ReturnType<typeof ownDb>>
let attendus: Attendu
const deps = () => receptionDeps(own.db, own.dataDir)

beforeAll(async () => {
  own = await ownDb()
  attendus = JSON.parse((await fixture('e-partenaire/attendu.json')).toString('utf8')) as Attendu
  await importer<BilanDemandes>(deps(), [
    listing(await fixture('e-partenaire/demandes.xlsx'), 'demandes.xlsx'),
    archive(await fixture('e-partenaire/pieces.zip')),
  ])
}, 180_000)
afterAll(() => own.drop())

const promises = () => own.db.outboxJob.findMany({ where: { name: examenDePiece.name }, select: { payload: true } })

test('each file received is promised a reading in the transaction of its reception', async () => {
  expect(await promises()).toHaveLength(384)
  expect(await own.db.pieceVersion.count({ where: { examen: 0 } })).toBe(384)
})

test('read, the right files of the samples are accused of nothing but their age, and each false one still of what it is', async () => {
  for (const { payload } of await promises()) await examinerPiece(deps(), (payload as { versionId: string }).versionId)
  expect(await own.db.pieceVersion.count({ where: { examen: REGLES_DE_LECTURE } })).toBe(384)

  const versions = await own.db.pieceVersion.findMany({
    select: { nomFichier: true, signalements: true, piece: { select: { dossier: { select: { numero: true } } } } },
  })
  const parProbleme = new Map<string, number>()
  for (const { nomFichier, signalements, piece } of versions) {
    const fichier = attendus[piece.dossier.numero ?? '']?.files.find(({ file }) => file === nomFichier)
    for (const { probleme } of lireSignalements(signalements)) {
      const cle = `${probleme} ${fichier?.problem ?? 'JUSTE'}`
      parProbleme.set(cle, (parProbleme.get(cle) ?? 0) + 1)
    }
  }
  expect(Object.fromEntries(parProbleme)).toEqual({
    'LIBELLE_TROP_LONG LABEL_TOO_LONG': 5,
    'CONTENU_INATTENDU WRONG_CONTENT': 7,
    'PAGE_BLANCHE BLANK_PAGE': 2,
    'VIDE EMPTY': 2,
    'DEJA_VU SAME_FILE_OTHER_DOSSIER': 2,
    'AUTRE_STRUCTURE SAME_FILE_OTHER_DOSSIER': 2,
    // Justificatifs of 14 March deposited after 14 June: older than three months, as they say themselves.
    'PERIMEE JUSTE': 8,
  })
})

test('a file read by older rules, or whose job was lost, is found and promised again, once', async () => {
  const [version] = await own.db.pieceVersion.findMany({ take: 1, select: { id: true } })
  await own.db.pieceVersion.update({ where: { id: version?.id ?? '' }, data: { examen: 0 } })
  await own.db.outboxJob.updateMany({ data: { publishedAt: new Date('2025-09-01T00:00:00Z') } })
  const plusTard = { db: own.db, now: () => new Date(NOW.getTime() + 3_600_000) }
  expect([await reexaminerPieces(plusTard), await reexaminerPieces(plusTard)]).toEqual([1, 0])
})
