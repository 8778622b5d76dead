import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { findDejaVu } from '#infra/stores/piece/depot-piece'
import { completudeDossier } from '#queries/piece/completude-dossier'
import { pageDossier } from '#queries/dossier/page-dossier'
import { piecesDossier } from '#queries/piece/pieces-dossier'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { dispenserPiece } from '#usecases/piece/dispenser-piece'
import { ecarterSignalement } from '#usecases/piece/ecarter-signalement'
import { examinerPiece } from '#usecases/piece/examiner-piece'
import { reconnaitrePiece } from '#usecases/piece/reconnaitre-piece'
import { ownDb } from '#support/own-db'
import { unPdf } from '#support/documents'
import { jour, nothingWritten, NOW, race, unAgent, uneCampagne, unDossier, unePiece } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })

const SANS_DATE = { probleme: 'SANS_DATE', detail: 'Aucune date ne se lit dans le texte.' }
const VIDE = { probleme: 'VIDE', detail: 'Le fichier est vide.' }

/** A dossier whose statuts are deposited with these signalements, and its version. */
async function signale(signalements: object[] = [SANS_DATE]) {
  const dossier = await unDossier(own.db, { rib: 'CONFORME', statuts: 'A_CONTROLER' })
  const statuts = dossier.pieces.find((p) => p.code === 'STATUTS')
  const version = await own.db.pieceVersion.findFirstOrThrow({ where: { pieceId: statuts?.id ?? '' } })
  await own.db.pieceVersion.update({ where: { id: version.id }, data: { signalements } })
  return { dossierId: dossier.id, numero: dossier.numero ?? '', pieceId: statuts?.id ?? '', version }
}

const fiche = async (id: string) => pageDossier(own.db, { id, agent: { role: 'INSTRUCTEUR' }, budget: null, now: NOW })

const vus = async (dossierId: string) => {
  const { lignes } = await piecesDossier(own.db, dossierId, NOW)
  return lignes.find(({ code }) => code === 'STATUTS')?.piece?.versions[0]?.signalements
}

test('what was noticed is in what is left to do, until the pièce is judged', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, pieceId } = await signale()
  const attendue = { quoi: 'PIECE_SIGNALEE', pieceId, code: 'STATUTS', problemes: ['SANS_DATE'] }
  expect(await fiche(dossierId)).toMatchObject({ comptes: { signalements: 1 } })
  expect((await fiche(dossierId)).resteAFaire).toContainEqual(attendue)
  await controlerPiece(deps(), agent, { dossierId, pieceId, versionPiece: 0, controle: 'CONFORME' })
  expect(await fiche(dossierId)).toMatchObject({ comptes: { signalements: 0 } })
})

test('a false alarm is set aside in one act, told in the journal, and comes back when asked', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, version } = await signale()
  const vise = { dossierId, versionId: version.id, probleme: 'SANS_DATE' }
  expect(await ecarterSignalement(deps(), agent, { ...vise, ecarte: true })).toEqual({ ok: true })
  expect(await vus(dossierId)).toMatchObject([{ probleme: 'SANS_DATE', ecarte: { par: 'Camille Essai', le: NOW } }])
  expect(await fiche(dossierId)).toMatchObject({ comptes: { signalements: 0 } })

  expect(
    await nothingWritten(own.db, dossierId, () => ecarterSignalement(deps(), agent, { ...vise, ecarte: true })),
  ).toEqual({ ok: true })
  await ecarterSignalement(deps(), agent, { ...vise, ecarte: false })
  expect(await vus(dossierId)).toMatchObject([{ probleme: 'SANS_DATE', ecarte: null }])
  const journal = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(journal.map(({ acte }) => acte)).toEqual(['ecarterSignalement', 'retablirSignalement'])
})

test('the same bytes deposited again are not accused again; other bytes are', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, pieceId, version } = await signale()
  await ecarterSignalement(deps(), agent, { dossierId, versionId: version.id, probleme: 'SANS_DATE', ecarte: true })
  const deposer = (numero: number, sha256: string) =>
    own.db.pieceVersion.create({
      data: {
        pieceId,
        numero,
        sha256,
        nomFichier: 'x.pdf',
        cle: 'pieces/x',
        taille: 1,
        typeMime: 'application/pdf',
        recueLe: NOW,
        signalements: [SANS_DATE],
      },
    })
  await deposer(2, randomUUID())
  expect(await fiche(dossierId)).toMatchObject({ comptes: { signalements: 1 } })
  await deposer(3, version.sha256)
  expect(await fiche(dossierId)).toMatchObject({ comptes: { signalements: 0 } })
})

test('the command line says the six kinds of its contract, and neither the others nor a false alarm', async () => {
  const agent = await unAgent(own.db)
  const revu = {
    probleme: 'MEME_QUE_L_AN_DERNIER',
    detail: 'x',
    preuve: { dossier: '2024-00001', memeStructure: true },
  }
  const { dossierId, numero, version } = await signale([VIDE, SANS_DATE, revu])
  const dits = async () => (await completudeDossier(own.db, numero))?.signalements.map(({ probleme }) => probleme)
  expect(await dits()).toEqual(['VIDE', 'DEJA_VU'])
  for (const probleme of ['VIDE', 'MEME_QUE_L_AN_DERNIER'])
    await ecarterSignalement(deps(), agent, { dossierId, versionId: version.id, probleme, ecarte: true })
  expect(await dits()).toEqual([])
})

test('what was not noticed, a reader and a closed dossier set nothing aside', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, version } = await signale()
  const vise = { dossierId, versionId: version.id, probleme: 'SANS_DATE', ecarte: true }
  const essayer = (qui: typeof agent, autre: Partial<typeof vise> = {}) =>
    nothingWritten(own.db, dossierId, () => ecarterSignalement(deps(), qui, { ...vise, ...autre }))
  expect(await essayer(agent, { probleme: 'VIDE' })).toEqual({ ok: false, reason: 'SIGNALEMENT_INCONNU' })
  expect(await essayer(await unAgent(own.db, 'LECTEUR'))).toBeInstanceOf(Forbidden)
  await own.db.dossier.update({ where: { id: dossierId }, data: { etat: 'REFUSE' } })
  expect(await essayer(agent)).toEqual({ ok: false, reason: 'DECISION_DEJA_PRISE' })
})

/** A dossier of this year that lacks its RIB, and one of last year of the same structure that holds it, CONFORME. */
async function deuxAnnees(voulu: { nom?: string; controle?: 'A_CONTROLER' } = {}) {
  const { nom = 'Amis de l’Europe', controle = 'CONFORME' } = voulu
  const ancien = await unDossier(own.db, { rib: controle })
  await own.db.dossier.update({
    where: { id: ancien.id },
    data: {
      deposeLe: jour('2024-04-02'),
      etat: 'SANS_SUITE',
      donnees: { raisonSociale: nom, siret: '82811035300020' },
    },
  })
  const nouveau = await unDossier(own.db, { statuts: 'CONFORME' })
  await own.db.dossier.update({ where: { id: nouveau.id }, data: { structureId: ancien.structureId } })
  const rib = await own.db.pieceVersion.findFirstOrThrow({ where: { pieceId: ancien.pieces[0]?.id ?? '' } })
  return { dossierId: nouveau.id, ancien, detenueId: rib.id }
}

const ligneRib = async (dossierId: string) =>
  (await piecesDossier(own.db, dossierId, NOW)).lignes.find(({ code }) => code === 'RIB')

test('a RIB an earlier dossier holds is offered, taken, shown with its link, and undone', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, ancien, detenueId } = await deuxAnnees()
  expect(await ligneRib(dossierId)).toMatchObject({
    piece: null,
    offerte: { versionId: detenueId, numero: ancien.numero, le: '2024-04-02', reserves: [] },
  })
  const pris = await dispenserPiece(deps(), agent, { dossierId, detenueId, code: 'RIB' })
  expect(pris).toMatchObject({ ok: true, value: { complet: true, manquantes: [] } })
  const ligne = await ligneRib(dossierId)
  expect(ligne).toMatchObject({
    offerte: null,
    piece: { controle: 'DISPENSEE', dispense: { numero: ancien.numero, versionId: detenueId } },
  })
  expect(await own.db.dossier.findUnique({ where: { id: dossierId } })).toMatchObject({
    completude: 'COMPLET',
    nbManquantes: 0,
  })
  expect(await own.db.entreeJournal.findFirst({ where: { objetId: dossierId } })).toMatchObject({
    acte: 'dispenserPiece',
    detail: { piece: 'RIB', avant: 'ABSENTE', dossier: ancien.numero },
  })

  const visee = { pieceId: ligne?.piece?.id ?? '', versionPiece: ligne?.piece?.version ?? 0 }
  await controlerPiece(deps(), agent, { dossierId, ...visee, controle: 'A_CONTROLER' })
  expect(await ligneRib(dossierId)).toMatchObject({ offerte: { versionId: detenueId }, piece: { dispense: null } })
  expect(await own.db.dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ codesManquants: ['RIB'] })
})

test('a later deposit takes the place of what was held', async () => {
  const agent = await unAgent(own.db)
  const { dossierId, detenueId } = await deuxAnnees()
  await dispenserPiece(deps(), agent, { dossierId, detenueId, code: 'RIB' })
  await own.db.piece.create({ data: { dossierId, ...unePiece('RIB') } })
  const { completude, lignes } = await piecesDossier(own.db, dossierId, NOW)
  expect(completude.aControler).toEqual(['RIB'])
  expect(lignes.filter(({ code }) => code === 'RIB')).toMatchObject([
    { piece: { controle: 'A_CONTROLER' }, offerte: null },
  ])
})

test('a name that changed is said; what nobody found right, a stranger’s and what does not last are not offered', async () => {
  const change = await deuxAnnees({ nom: 'Les Voisins de l’Europe' })
  expect((await ligneRib(change.dossierId))?.offerte?.reserves).toEqual(['NOM_CHANGE'])
  expect((await ligneRib((await deuxAnnees({ controle: 'A_CONTROLER' })).dossierId))?.offerte).toBeNull()

  const agent = await unAgent(own.db)
  const { dossierId } = await deuxAnnees()
  const etranger = await deuxAnnees()
  const refus = (detenueId: string, code: 'RIB' | 'LETTRE') =>
    nothingWritten(own.db, dossierId, () => dispenserPiece(deps(), agent, { dossierId, detenueId, code }))
  expect(await refus(etranger.detenueId, 'RIB')).toEqual({ ok: false, reason: 'PIECE_NON_DETENUE' })
  expect(await refus(etranger.detenueId, 'LETTRE')).toEqual({ ok: false, reason: 'PIECE_NON_DEMANDEE' })
})

test('of two officers who take it at once, the second is told', async () => {
  const [un, deux] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Ali')]
  const { dossierId, detenueId } = await deuxAnnees()
  const prendre = (agent: typeof un) => () => dispenserPiece(deps(), agent, { dossierId, detenueId, code: 'RIB' })
  const { won, lost } = await race(prendre(un), prendre(deux))
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
})

test('the same bytes are the structure’s own of last year, or somebody else’s', async () => {
  const sha256 = randomUUID()
  const campagneId = (await uneCampagne(own.db)).id
  const ancien = await unDossier(own.db, { campagneId, statuts: 'CONFORME' })
  await own.db.campagne.update({ where: { id: campagneId }, data: { annee: 2024 } })
  await own.db.pieceVersion.updateMany({ where: { piece: { dossierId: ancien.id } }, data: { sha256 } })
  const nouveau = await unDossier(own.db)
  const dire = () => own.db.$transaction((tx) => findDejaVu(tx, nouveau.id, sha256))
  expect(await dire()).toMatchObject({ probleme: 'DEJA_VU', preuve: { dossier: ancien.numero } })
  await own.db.dossier.update({ where: { id: nouveau.id }, data: { structureId: ancien.structureId } })
  expect(await dire()).toMatchObject({
    probleme: 'MEME_QUE_L_AN_DERNIER',
    detail: `Ce fichier est celui que la structure a déposé en 2024 (dossier ${ancien.numero}).`,
    preuve: { memeStructure: true },
  })
  expect(await own.db.$transaction((tx) => findDejaVu(tx, nouveau.id, randomUUID()))).toBeNull()
})

test('a file is read by the rules of what it is, and again when an officer says it is something else', async () => {
  const agent = await unAgent(own.db)
  const storage = diskStorage(own.dataDir)
  const { dossierId, pieceId, version } = await signale([VIDE])
  await storage.put(version.cle, await unPdf([{ texte: 'Amis de l’Europe', x: 50, y: 700 }]))
  await examinerPiece({ ...deps(), storage }, version.id)
  const problemes = async () => (await vus(dossierId))?.map(({ probleme }) => probleme)
  expect(await problemes()).toEqual(['VIDE', 'SANS_DATE', 'SANS_SIGNATURE'])

  await reconnaitrePiece(deps(), agent, { dossierId, pieceId, versionPiece: 0, code: 'RIB' })
  await examinerPiece({ ...deps(), storage }, version.id)
  const lue = await own.db.pieceVersion.findUniqueOrThrow({ where: { id: version.id } })
  expect(lue.signalements).toMatchObject([VIDE, { probleme: 'IBAN_ABSENT' }])
})
