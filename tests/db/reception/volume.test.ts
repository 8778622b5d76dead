import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEME } from '#domain/acces/acteur'
import type { DepsFichiers } from '#infra/deps'
import { verifierJournal } from '#queries/journal/verifier-journal'
import { csv, importer, receptionDeps, listing } from '#support/reception'
import { ownDb } from '#support/own-db'
import { genererDossiers } from '#usecases/entretien/generer-dossiers'
import { creerAgent } from '#usecases/acces/creer-agent'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
})
afterAll(() => own.drop())

const generer = (dossiers: number, graine = 1) => genererDossiers(deps, { dossiers, graine, tell: () => undefined })
const photo = () =>
  own.db.dossier.findMany({
    orderBy: { numero: 'asc' },
    include: { structure: true, pieces: { include: { versions: true } } },
    omit: { campagneId: true },
  })

test('a volume is the same for the same graine, another for another, and every pièce can be opened', async () => {
  expect(await generer(60)).toEqual({ ok: true, value: undefined })
  const premiere = await photo()
  expect(premiere).toHaveLength(60)
  await generer(60)
  expect(await photo()).toEqual(premiere)
  await generer(60, 2)
  expect(await photo()).not.toEqual(premiere)
  const version = await own.db.pieceVersion.findFirstOrThrow()
  expect(await deps.storage.size(version.cle)).toBe(version.taille)
})

test('nothing is generated among real dossiers', async () => {
  await importer(deps, [listing(csv({ Numéro: '2019-00001', 'Date de dépôt': '3/4/2019' }))])
  const avant = await own.db.dossier.count()
  expect(await generer(10)).toMatchObject({ ok: false, reason: 'BASE_REELLE' })
  expect(await own.db.dossier.count()).toBe(avant)
})

test('an entry changed behind the back of the journal is found, and the first one is named', async () => {
  for (const nom of ['a', 'b', 'c', 'd']) {
    await creerAgent(deps, SYSTEME, { courriel: `${nom}@exemple.test`, nom, prenom: nom, role: 'LECTEUR' })
  }
  expect(await verifierJournal(own.db)).toMatchObject({ intact: true })
  const [, , entree] = await own.db.entreeJournal.findMany({ where: { acte: 'creerAgent' }, orderBy: { id: 'asc' } })
  const id = entree?.id ?? 0n
  await own.db.$transaction([
    own.db.$executeRaw`ALTER TABLE entree_journal DISABLE TRIGGER entree_journal_immuable`,
    own.db.$executeRaw`UPDATE entree_journal SET acteur = 'Quelqu’un d’autre' WHERE id = ${id}`,
    own.db.$executeRaw`ALTER TABLE entree_journal ENABLE TRIGGER entree_journal_immuable`,
  ])
  expect(await verifierJournal(own.db)).toMatchObject({ intact: false, premiereRupture: Number(id) })
})

test('an entry taken away is found at the one that followed it', async () => {
  const entrees = await own.db.entreeJournal.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  const [premiere, suivante] = entrees
  await own.db.$transaction([
    own.db.$executeRaw`ALTER TABLE entree_journal DISABLE TRIGGER entree_journal_immuable`,
    own.db.$executeRaw`DELETE FROM entree_journal WHERE id = ${premiere?.id ?? 0n}`,
    own.db.$executeRaw`ALTER TABLE entree_journal ENABLE TRIGGER entree_journal_immuable`,
  ])
  expect(await verifierJournal(own.db)).toMatchObject({ intact: false, premiereRupture: Number(suivante?.id) })
})
