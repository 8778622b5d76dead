import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { archiveDuLot } from '#queries/lot-actes/archive-du-lot'
import { pageLotActes } from '#queries/lot-actes/page-lot-actes'
import { ownDb } from '#support/own-db'
import { lancerLot } from '#usecases/lot-actes/lancer-lot'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { NOW, nothingWritten, unAgent, unDossier } from '../dossier/faits'
import { lotsDans } from './faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = (): Deps => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)

const desComplets = (n: number) =>
  Promise.all(Array.from({ length: n }, async () => (await unDossier(own.db, { etat: 'COMPLET' })).id))

test('the rights are those of the act when it is done: in the preview, at the yes, and at each line', async () => {
  const responsable = await unAgent(own.db, 'RESPONSABLE')
  const [instructeur, lecteur] = [await unAgent(own.db), await unAgent(own.db, 'LECTEUR')]
  const ids = await desComplets(2)
  const preparer = (agent: typeof lecteur, acte: 'instruire' | 'clore') =>
    preparerLot(deps(), agent, { acte, champs: {}, dossierIds: ids })
  await expect(preparer(lecteur, 'instruire')).rejects.toBeInstanceOf(Forbidden)
  await expect(preparer(instructeur, 'clore')).rejects.toBeInstanceOf(Forbidden)
  const id = await lots.preparer(responsable, { acte: 'instruire', dossierIds: ids })
  await expect(lots.lancer({ ...responsable, role: 'LECTEUR' }, id)).rejects.toBeInstanceOf(Forbidden)
  await expect(lots.lancer(instructeur, id)).rejects.toBeInstanceOf(NotFound)
  await expect(pageLotActes(own.db, instructeur, { id, etat: null, page: 0, now: NOW })).rejects.toBeInstanceOf(
    NotFound,
  )
  await expect(lancerLot(deps(), responsable, { lotId: id, version: 7 })).rejects.toBeInstanceOf(Conflict)
  await lots.lancer(responsable, id)
  await own.db.agent.update({ where: { id: responsable.id }, data: { role: 'LECTEUR' } })
  await nothingWritten(own.db, ids[0] ?? '', () => lots.traiter(id))
  expect((await lots.lire(id)).lignes).toMatchObject(
    ids.map(() => ({ etat: 'REFUSEE', motif: 'Votre rôle ne permet plus cet acte.' })),
  )
})

test('an account closed since does nothing more', async () => {
  const agent = await unAgent(own.db)
  const ids = await desComplets(1)
  const id = await lots.preparer(agent, { acte: 'instruire', dossierIds: ids })
  await lots.lancer(agent, id)
  await own.db.agent.update({ where: { id: agent.id }, data: { actif: false } })
  await lots.traiter(id)
  expect((await lots.lire(id)).lignes).toMatchObject([
    { etat: 'REFUSEE', motif: 'Le compte de qui a lancé cet acte est fermé.' },
  ])
})

test('the pièces of a lot are given to who sent it, under names that tell them apart, and infected ones are only named', async () => {
  const [lecteur, autre] = [await unAgent(own.db, 'LECTEUR'), await unAgent(own.db)]
  const storage = diskStorage(own.dataDir)
  const [un, vide] = [await unDossier(own.db), await unDossier(own.db, { rib: undefined, statuts: undefined })]
  const versions = await own.db.pieceVersion.findMany({
    where: { piece: { dossierId: un.id } },
    include: { piece: true },
  })
  for (const { cle, nomFichier } of versions) await storage.put(cle, Buffer.from(`octets de ${nomFichier}`))
  for (const [rang, code] of ['RIB', 'STATUTS'].entries())
    await own.db.piece.updateMany({ where: { dossierId: un.id, code }, data: { rang } })
  const infecte = versions.find(({ piece }) => piece.code === 'RIB')
  await own.db.pieceVersion.update({ where: { id: infecte?.id ?? '' }, data: { analyse: 'INFECTE' } })
  const id = await lots.preparer(lecteur, { acte: 'telecharger', dossierIds: [un.id, vide.id] })
  expect((await lots.lire(id)).lignes.map(({ etat, motif }) => motif ?? etat)).toEqual([
    'PRETE',
    'Aucune pièce n’est déposée.',
  ])
  const archive = (agent: typeof lecteur) => archiveDuLot({ db: own.db, storage }, agent, id)
  await expect(archive(lecteur)).rejects.toBeInstanceOf(NotFound)
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: un.id } })
  await lots.lancer(lecteur, id)
  await lots.traiter(id)
  await expect(archive(autre)).rejects.toBeInstanceOf(NotFound)
  const octets = (await buffer(await archive(lecteur))).toString('utf8')
  expect(octets).toContain(`${un.numero} - Amis de l’Europe/02 - Statuts`)
  expect(octets).toContain('octets de STATUTS.pdf')
  expect(octets).not.toContain('octets de RIB.pdf')
  expect(octets).toContain('1\u00a0fichier n’est pas dans cette archive')
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id: un.id } })).toMatchObject({ version })
})
