import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BilanDemandes } from '#domain/portail/bilan'
import { completudeDossier } from '#queries/piece/completude-dossier'
import { verifierJournal } from '#queries/journal/verifier-journal'
import { archive, fixture, importer, receptionDeps, listing } from '#support/reception'
import { ownDb } from '#support/own-db'

type Attendu = Record<
  string,
  {
    kind: string
    siretValid: boolean
    deposited: string
    requested: number
    missing: string[]
    files: { code: string; file: string; problem?: string }[]
  }
>

const PROBLEMES: Record<string, string> = {
  LABEL_TOO_LONG: 'LIBELLE_TROP_LONG',
  WRONG_CONTENT: 'CONTENU_INATTENDU',
  BLANK_PAGE: 'PAGE_BLANCHE',
  SAME_FILE_OTHER_DOSSIER: 'DEJA_VU',
  EMPTY: 'VIDE',
}

let own: Awaited<ReturnType<typeof ownDb>>
let attendus: Attendu
let premier: BilanDemandes

beforeAll(async () => {
  own = await ownDb()
  attendus = JSON.parse((await fixture('e-partenaire/attendu.json')).toString('utf8')) as Attendu
  premier = await importer<BilanDemandes>(receptionDeps(own.db, own.dataDir), [
    listing(await fixture('e-partenaire/demandes.xlsx'), 'demandes.xlsx'),
    archive(await fixture('e-partenaire/pieces.zip')),
  ])
}, 180_000)
afterAll(() => own.drop())

test('the extraction of the samples gives 152 dossiers with their pièces, and 8 drafts', async () => {
  expect(premier).toMatchObject({ lignes: 160, crees: 152, misAJour: 0, inchanges: 0, brouillons: 8, rejets: [] })
  expect(premier.pieces).toEqual({ recues: 384, refusees: [] })
  expect(premier.nouvelles).toBe(384)
  expect(await own.db.dossier.groupBy({ by: ['etat'], _count: true, orderBy: { etat: 'asc' } })).toEqual([
    { etat: 'BROUILLON', _count: 8 },
    { etat: 'DEPOSE', _count: 152 },
  ])
})

test('each dossier is what the samples say: day, amount, genre, SIRET', async () => {
  const dossiers = await own.db.dossier.findMany({ where: { numero: { not: null } }, include: { structure: true } })
  const lus = dossiers.map(({ numero, deposeLe, montantDemandeCents, structure, anomalies }) => [
    numero,
    {
      kind: structure.genre,
      deposited: deposeLe?.toISOString().slice(0, 10),
      requested: Number(montantDemandeCents) / 100,
      siretValid: !JSON.stringify(anomalies).includes('clé du SIRET'),
    },
  ])
  const voulus = Object.entries(attendus).map(([numero, { kind, deposited, requested, siretValid }]) => [
    numero,
    { kind, deposited, requested, siretValid },
  ])
  expect(Object.fromEntries(lus)).toEqual(Object.fromEntries(voulus))
})

test('each dossier lacks what the samples say, and shows the problems they say', async () => {
  for (const [numero, { missing, files }] of Object.entries(attendus)) {
    const completude = await completudeDossier(own.db, numero)
    expect([numero, completude?.manquantes.toSorted()]).toEqual([numero, missing.toSorted()])
    const voulus = files.flatMap(({ code, file, problem }) =>
      problem ? [{ piece: code, fichier: file, probleme: PROBLEMES[problem] }] : [],
    )
    expect([numero, completude?.signalements]).toEqual([numero, voulus.map((v) => expect.objectContaining(v))])
  }
})

test('each deposit has its day of implicit rejection, and no mail leaves: the portal has sent its own', async () => {
  expect(await own.db.courriel.count()).toBe(0)
  const dossier = await own.db.dossier.findUniqueOrThrow({ where: { numero: '2025-01001' } })
  expect(dossier.rejetImpliciteLe?.toISOString().slice(0, 10)).toBe('2025-06-20')
})

test('delivered again, in .xlsx or in Windows-1252 .csv, nothing is new and nothing is written', async () => {
  const [versions, entrees] = [
    await own.db.pieceVersion.count(),
    await own.db.entreeJournal.count({ where: { objet: 'dossier' } }),
  ]
  for (const nom of ['demandes.xlsx', 'demandes.csv']) {
    const bilan = await importer<BilanDemandes>(
      receptionDeps(own.db, own.dataDir),
      [listing(await fixture(`e-partenaire/${nom}`), nom), archive(await fixture('e-partenaire/pieces.zip'))],
      { couverture: 'CAMPAGNE' },
    )
    expect(bilan).toMatchObject({ lignes: 160, crees: 0, misAJour: 0, inchanges: 152, brouillons: 8, disparus: [] })
    expect(bilan).toMatchObject({ pieces: { recues: 384 }, nouvelles: 0 })
    expect(bilan.anomalies).toEqual(premier.anomalies)
  }
  expect(await own.db.dossier.count()).toBe(160)
  expect(await own.db.dossierVersion.count()).toBe(160)
  expect(await own.db.pieceVersion.count()).toBe(versions)
  expect(await own.db.entreeJournal.count({ where: { objet: 'dossier' } })).toBe(entrees)
  expect(await own.db.courriel.count()).toBe(0)
}, 120_000)

test('the journal of it all is one unbroken chain', async () => {
  expect(await verifierJournal(own.db)).toEqual({ entrees: await own.db.entreeJournal.count(), intact: true })
})
