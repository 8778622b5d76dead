import { SYSTEME } from '#domain/acces/acteur'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeAntivirus } from '#infra/antivirus'
import type { DepsAntivirus } from '#infra/deps'
import { newKey } from '#infra/storage'
import { fichiersInfectes } from '#queries/piece/fichiers-infectes'
import { EICAR, startClamd } from '#support/clamd'
import { unCourriel } from '#support/courriels'
import { fixture, importer, receptionDeps, message, NOW } from '#support/reception'
import { ownDb } from '#support/own-db'
import { analyserCourriel, analyserPiece } from '#usecases/antivirus/analyser-fichiers'
import { analyserModification } from '#usecases/antivirus/analyser-modification'
import { reprendreAnalyses } from '#usecases/antivirus/reprendre-analyses'
import { retenirFichier } from '#usecases/deverrouillage/retenir-modification'
import { unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let clamd: Awaited<ReturnType<typeof startClamd>>
let deps: DepsAntivirus

beforeAll(async () => {
  own = await ownDb()
  clamd = await startClamd({ maxOctets: 1_000_000 })
  process.env['CLAMD_URL'] = clamd.url
  deps = { ...receptionDeps(own.db, own.dataDir), antivirus: makeAntivirus(clamd.url) }
}, 60_000)
beforeEach(() => own.db.outboxJob.deleteMany())
afterAll(async () => {
  delete process.env['CLAMD_URL']
  await clamd.stop()
  await own.drop()
})

/** The version of a RIB of a new dossier, with these bytes. */
async function unePieceDe(contenu: Buffer) {
  const { pieces, id: dossierId } = await unDossier(own.db, { rib: 'A_CONTROLER' })
  const version = await own.db.pieceVersion.findFirstOrThrow({ where: { pieceId: pieces[0]?.id } })
  const cle = newKey('pieces')
  await deps.storage.put(cle, contenu)
  await own.db.pieceVersion.update({ where: { id: version.id }, data: { cle } })
  return { id: version.id, dossierId }
}

const lireVersion = (id: string) =>
  own.db.pieceVersion.findUniqueOrThrow({
    where: { id },
    select: { analyse: true, analyseDetail: true, analyseLe: true },
  })
const actes = async (objetId: string) =>
  (await own.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)
const promesses = async () => (await own.db.outboxJob.findMany()).map(({ name, payload }) => ({ name, payload }))

test('a sound file is said sound, and its journal says nothing of it', async () => {
  const { id, dossierId } = await unePieceDe(Buffer.alloc(900_000, 'bonjour'))
  await analyserPiece(deps, id)
  expect(await lireVersion(id)).toEqual({ analyse: 'SAIN', analyseDetail: '', analyseLe: NOW })
  expect(await actes(dossierId)).toEqual([])
})

test('an infected file is locked under the name of what was found, and the journal of its dossier tells it once', async () => {
  const { id, dossierId } = await unePieceDe(EICAR)
  await Promise.all([analyserPiece(deps, id), analyserPiece(deps, id)])
  await analyserPiece(deps, id)
  expect(await lireVersion(id)).toEqual({ analyse: 'INFECTE', analyseDetail: 'Essai.Eicar.UNOFFICIAL', analyseLe: NOW })
  expect(await actes(dossierId)).toEqual(['verrouillerFichierInfecte'])
  const { numero } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  expect(await fichiersInfectes(own.db)).toEqual({
    nombre: 1,
    fichiers: [
      {
        nom: 'RIB.pdf',
        origine: `pièce du dossier ${numero}, Amis de l’Europe`,
        vers: expect.stringMatching(`^/dossiers/${numero}/pieces\\?piece=`),
      },
    ],
  })
})

test('what a demandeur puts in while a dossier is open is scanned too, and keeps what was said', async () => {
  const { id: dossierId } = await unDossier(own.db, { ouvertJusqua: new Date(NOW.getTime() + 86_400_000) })
  const { id: lotId } = await own.db.lot.create({ data: { type: 'DEMANDES', fichiers: [] } })
  for (const [cleDepot, contenu] of Object.entries({ rib: EICAR, lettre: Buffer.from('rien de mal') })) {
    const cle = newKey('pieces')
    await deps.storage.put(cle, contenu)
    const fichier = {
      ...{ cleDepot, libelle: cleDepot, nomFichier: `${cleDepot}.pdf`, cle, rang: 1, code: null, signalements: [] },
      ...{ taille: contenu.length, typeMime: 'application/pdf', sha256: cleDepot, recuLe: NOW.toISOString() },
    }
    await own.db.$transaction((tx) => retenirFichier(tx, SYSTEME, { dossierId, lotId, fichier, le: NOW }))
  }
  const { id: modificationId } = await own.db.modification.findFirstOrThrow({ where: { dossierId } })
  expect(await promesses()).toContainEqual({ name: 'modification.analyser', payload: { modificationId } })
  await analyserModification(deps, modificationId)
  const { fichiers } = await own.db.modification.findUniqueOrThrow({ where: { id: modificationId } })
  expect(fichiers).toMatchObject([
    { cleDepot: 'rib', analyse: 'INFECTE' },
    { cleDepot: 'lettre', analyse: 'SAIN' },
  ])
  expect(await actes(dossierId)).toContain('verrouillerFichierInfecte')
})

test('while clamd is down nothing is said sound: the job fails and is tried again', async () => {
  const { id } = await unePieceDe(EICAR)
  const perdu = makeAntivirus('unix:/nulle/part/clamd.sock')
  await expect(analyserPiece({ ...deps, antivirus: perdu }, id)).rejects.toThrow(/ENOENT/)
  expect(await lireVersion(id)).toMatchObject({ analyse: 'NON_ANALYSE', analyseLe: null })
  await expect(makeAntivirus('tcp://127.0.0.1:1')?.analyser(Readable.from([EICAR]))).rejects.toThrow(/ECONNREFUSED/)
  await analyserPiece(deps, id)
  expect(await lireVersion(id)).toMatchObject({ analyse: 'INFECTE' })
})

test('what clamd refuses to look at stays unscanned, with the reason', async () => {
  const { id } = await unePieceDe(Buffer.alloc(3_000_000, 'a'))
  await analyserPiece(deps, id)
  expect(await lireVersion(id)).toEqual({
    analyse: 'NON_ANALYSE',
    analyseDetail: 'Trop volumineux pour l’antivirus.',
    analyseLe: NOW,
  })
})

test('a received mail promises its scan; each file and the mail itself are judged', async () => {
  const mail = unCourriel({
    texte: 'Ci-joint.',
    pieces: [
      { nom: 'plan.txt', contenu: Buffer.from('rien de mal') },
      { nom: 'facture.pdf.com', contenu: EICAR },
    ],
  })
  await importer(deps, [message(mail)])
  const courriel = await own.db.courrielRecu.findFirstOrThrow({ orderBy: { creeLe: 'desc' } })
  expect(await promesses()).toContainEqual({ name: 'courriel.analyser', payload: { courrielRecuId: courriel.id } })
  await analyserCourriel(deps, courriel.id)
  const pieces = await own.db.pieceJointe.findMany({ where: { courrielRecuId: courriel.id }, orderBy: { rang: 'asc' } })
  expect(pieces.map(({ analyse }) => analyse)).toEqual(['SAIN', 'INFECTE'])
  expect(await own.db.courrielRecu.findUniqueOrThrow({ where: { id: courriel.id } })).toMatchObject({
    analyse: 'INFECTE',
  })
  expect(new Set(await actes(courriel.id))).toEqual(new Set(['verrouillerFichierInfecte']))
})

test('what waits without a promise is promised again, and what was just refused is not', async () => {
  await own.db.pieceVersion.updateMany({ data: { analyse: 'SAIN' } })
  await own.db.courrielRecu.updateMany({ data: { analyse: 'SAIN' } })
  await own.db.pieceJointe.updateMany({ data: { analyse: 'SAIN' } })
  const { id } = await unePieceDe(EICAR)
  await own.db.pieceVersion.updateMany({ where: { id: { not: id } }, data: { analyse: 'SAIN' } })
  expect(await reprendreAnalyses({ ...deps, antivirus: null })).toEqual({ pieces: 0, courriels: 0, modifications: 0 })
  expect(await reprendreAnalyses(deps)).toEqual({ pieces: 1, courriels: 0, modifications: 0 })
  expect(await promesses()).toEqual([{ name: 'piece.analyser', payload: { versionId: id } }])
  expect(await reprendreAnalyses(deps)).toEqual({ pieces: 0, courriels: 0, modifications: 0 })
  await own.db.outboxJob.deleteMany()
  await own.db.pieceVersion.update({ where: { id }, data: { analyseLe: NOW } })
  expect(await reprendreAnalyses(deps)).toEqual({ pieces: 0, courriels: 0, modifications: 0 })
})

test('nothing is promised where no antivirus is set', async () => {
  delete process.env['CLAMD_URL']
  await importer(deps, [message(await fixture('courriels/17-question.eml'))])
  expect(await promesses()).not.toContainEqual(expect.objectContaining({ name: 'courriel.analyser' }))
  process.env['CLAMD_URL'] = clamd.url
})
