import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { champsCampagne, champsServiceDossier } from '#queries/champ-du-service/champs'
import { champEnAdresse, REMPLI, VIDE } from '#domain/champ-du-service/champ-en-adresse'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { champsDuRapport, rowsDossiers } from '#queries/rapport/rows-rapport'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import { exporterDossiers } from '#usecases/rapport/exporter-dossiers'
import { lotsDans } from '../lot-actes/faits-lots'
import { ownDb } from '#support/own-db'
import { ajouterChamp, archiverChamp, modifierChamp, reprendreChamp } from '#usecases/champ-du-service/regler-champs'
import { remplirChampsDuDossier } from '#usecases/champ-du-service/remplir-champs'
import { nothingWritten, NOW, race, unAgent, uneCampagne, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
let chef: Agent
let code: string
let campagneId: string
let dossierId: string
const deps = () => ({ db: own.db, now: () => NOW })
beforeAll(async () => {
  own = await ownDb()
  agent = await unAgent(own.db)
  chef = await unAgent(own.db, 'RESPONSABLE')
})
beforeEach(async () => {
  const campagne = await uneCampagne(own.db)
  code = campagne.code
  campagneId = campagne.id
  dossierId = (await unDossier(own.db, { campagneId })).id
})
afterAll(() => own.drop())

const DU_SERVICE = { repond: 'SERVICE', aide: '' } as const

const ajouter = (libelle: string, type: 'TEXTE' | 'MONTANT' | 'LISTE', choix: string[] = []) =>
  ajouterChamp(deps(), chef, { code, libelle, type, choix, ...DU_SERVICE })
const lus = () => champsServiceDossier(own.db, dossierId)
const remplir = async (valeurs: Record<string, string>, de = agent) =>
  remplirChampsDuDossier(deps(), de, { dossierId, version: (await lus()).version, valeurs })
const dits = async () => (await lus()).champs.map(({ libelle, dit }) => [libelle, dit])
const id = async (libelle: string) =>
  (await champsCampagne(own.db, code)).find((un) => un.libelle === libelle)?.id ?? ''

test('a RESPONSABLE gives fields to a campagne; who instructs fills them in, and the journal says what they held', async () => {
  await expect(
    ajouterChamp(deps(), agent, { code, libelle: 'Priorité', type: 'TEXTE', choix: [], ...DU_SERVICE }),
  ).rejects.toBeInstanceOf(Forbidden)
  await ajouter('Priorité', 'LISTE', ['Haute', 'Basse'])
  await ajouter('Coût revu', 'MONTANT')
  expect(await ajouter('PRIORITE', 'TEXTE')).toMatchObject({ reason: 'LIBELLE_DEJA_PRIS' })
  const [priorite, cout] = [await id('Priorité'), await id('Coût revu')]
  const lecteur = await unAgent(own.db, 'LECTEUR')
  await expect(remplir({ [cout]: '12' }, lecteur)).rejects.toBeInstanceOf(Forbidden)
  expect(await remplir({ [priorite]: 'Haute', [cout]: '1250,50' })).toMatchObject({ ok: true })
  expect(await dits()).toEqual([
    ['Priorité', 'Haute'],
    ['Coût revu', '1\u202f250,50\u00a0€'],
  ])
  expect(await remplir({ [priorite]: '' })).toMatchObject({ ok: true })
  expect(await dits()).toEqual([
    ['Priorité', ''],
    ['Coût revu', '1\u202f250,50\u00a0€'],
  ])
  const entrees = await own.db.entreeJournal.findMany({
    where: { objetId: dossierId, acte: 'remplirChamps' },
    orderBy: { id: 'asc' },
  })
  expect(entrees.map(({ detail }) => detail)).toEqual([
    {
      valeurs: [
        { champ: 'Priorité', avant: '', apres: 'Haute' },
        { champ: 'Coût revu', avant: '', apres: '1\u202f250,50\u00a0€' },
      ],
    },
    { valeurs: [{ champ: 'Priorité', avant: 'Haute', apres: '' }] },
  ])
})

test('what is not of the kind is refused and writes nothing; what was not seen is not written over', async () => {
  await ajouter('Coût revu', 'MONTANT')
  const cout = await id('Coût revu')
  const { version } = await lus()
  await nothingWritten(own.db, dossierId, async () => {
    expect(await remplir({ [cout]: 'beaucoup' })).toMatchObject({ reason: 'PAS_UN_MONTANT', detail: cout })
    expect(await remplir({ [cout]: '' })).toMatchObject({ reason: 'RIEN_A_CHANGER' })
  })
  const dire = (valeur: string) => () =>
    remplirChampsDuDossier(deps(), agent, { dossierId, version, valeurs: { [cout]: valeur } })
  const { won, lost } = await race(dire('1'), dire('2'))
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
})

test('a field put away keeps what is written and is filled in no more; it is offered again, under another name', async () => {
  await ajouter('Visite', 'TEXTE')
  await ajouter('Avis du maire', 'TEXTE')
  const visite = await id('Visite')
  await remplir({ [visite]: 'Le 3 mai' })
  const vise = async () => {
    const un = (await champsCampagne(own.db, code)).find(({ id: celui }) => celui === visite)
    return { code, champId: visite, version: un?.version ?? -1 }
  }
  const avant = await vise()
  expect(await archiverChamp(deps(), chef, avant)).toMatchObject({ ok: true })
  await expect(archiverChamp(deps(), chef, avant)).rejects.toBeInstanceOf(Conflict)
  expect((await lus()).champs.map(({ libelle, archive, dit }) => [libelle, archive, dit])).toEqual([
    ['Visite', true, 'Le 3 mai'],
    ['Avis du maire', false, ''],
  ])
  expect(await remplir({ [visite]: 'Le 4 mai' })).toMatchObject({ reason: 'RIEN_A_CHANGER' })
  await reprendreChamp(deps(), chef, await vise())
  await modifierChamp(deps(), chef, { ...(await vise()), libelle: 'Visite faite', choix: [], ...DU_SERVICE })
  expect(await dits()).toEqual([
    ['Visite faite', 'Le 3 mai'],
    ['Avis du maire', ''],
  ])
  const faits = await own.db.entreeJournal.findMany({
    where: { acte: 'reglerChamp' },
    orderBy: { id: 'desc' },
    take: 3,
  })
  expect(faits.map(({ detail }) => (detail as { fait: string }).fait)).toEqual(['MODIFIE', 'REPRIS', 'ARCHIVE'])
})

test('what is written is read in the list, found by the menu of its filters, and exported in a column of its kind', async () => {
  await ajouter('Priorité', 'LISTE', ['Haute', 'Basse'])
  await ajouter('Coût revu', 'MONTANT')
  const { id: autre } = await unDossier(own.db, { campagneId })
  await remplir({ [await id('Priorité')]: 'Haute', [await id('Coût revu')]: '1250,50' })
  const liste = async (service?: { libelle: string; valeur: string }) => {
    const dite = { vue: 'tous', campagne: code, ...(service && { service: champEnAdresse(service) }) }
    const { lignes } = await bannetteDossiers(own.db, BannetteDossiersParams.parse(dite), { moi: agent.id, now: NOW })
    return lireLignesDossiers(lignes)
  }
  const lus = await liste()
  expect(Object.fromEntries(lus.map((ligne) => [ligne.id, ligne.service]))).toEqual({
    [dossierId]: [
      { libelle: 'Priorité', type: 'LISTE', valeur: 'Haute' },
      { libelle: 'Coût revu', type: 'MONTANT', valeur: '125050' },
    ],
    [autre]: [],
  })
  const trouves = async (valeur: string) => (await liste({ libelle: 'PRIORITE', valeur })).map((ligne) => ligne.id)
  expect([await trouves('Haute'), await trouves('Basse'), await trouves(REMPLI), await trouves(VIDE)]).toEqual([
    [dossierId],
    [],
    [dossierId],
    [autre],
  ])
  const { service } = await menusBannette(own.db)
  expect(service).toContainEqual({ libelle: 'Priorité', type: 'LISTE', choix: ['Haute', 'Basse'] })

  const csv = await exporterDossiers(deps(), agent, {
    recherche: `vue=tous&campagne=${code}`,
    champs: ['numero', 'service'],
    format: 'csv',
  })
  const [entetes = '', ...rangees] = csv.ok ? csv.value.contenu.toString('utf8').split('\r\n') : []
  expect(entetes.split(';').slice(-2)).toEqual(['Priorité', 'Coût revu'])
  expect(rangees.filter(Boolean).map((une) => une.split(';').slice(-2))).toContainEqual(['Haute', '1250,50'])

  await own.db.$transaction(async (tx) => {
    const perimetre = { campagneCode: code }
    expect(await champsDuRapport(tx, perimetre)).toEqual([
      { libelle: 'Priorité', type: 'LISTE' },
      { libelle: 'Coût revu', type: 'MONTANT' },
    ])
    const remplis: number[] = []
    for await (const { service: siens } of rowsDossiers(tx, perimetre)) remplis.push(siens.length)
    expect(remplis.toSorted()).toEqual([0, 2])
  })
})

test('by lot, each dossier whose campagne offers the field has it filled in, and the others say why they stay', async () => {
  await ajouter('Priorité', 'LISTE', ['Haute', 'Basse'])
  const ailleurs = await unDossier(own.db)
  const lots = lotsDans(() => own.db, deps)
  const { lignes } = await lots.faire(agent, {
    acte: 'remplirChamp',
    champs: { champ: 'priorite', valeur: 'basse' },
    dossierIds: [dossierId, ailleurs.id],
  })
  expect(lignes.map(({ dossierId: de, etat, motif }) => [de === dossierId, etat, motif])).toEqual([
    [true, 'FAITE', null],
    [false, 'ECARTEE', 'La campagne de ce dossier n’a pas ce champ, ou l’a archivé.'],
  ])
  expect(await dits()).toEqual([['Priorité', 'Basse']])
})

test('the campagne of the next year has the fields that this one offers', async () => {
  await ajouter('Priorité', 'LISTE', ['Haute', 'Basse'])
  await ajouter('Visite', 'TEXTE')
  const vise = (await champsCampagne(own.db, code)).find(({ libelle }) => libelle === 'Visite')
  await archiverChamp(deps(), chef, { code, champId: vise?.id ?? '', version: vise?.version ?? -1 })
  const { version } = await own.db.campagne.findUniqueOrThrow({ where: { code } })
  const signataire = { signatairePrenom: 'Jeanne', signataireNom: 'Essai', signataireQualite: 'Responsable' }
  const saisie = { ...signataire, libelle: 'Mobilité', echeanceFiche: '12/06/2026', echeanceDepot: '15/10/2026' }
  const suite = await preparerCampagne(deps(), chef, { depuis: code, version, saisie })
  if (!suite.ok) throw new Error(`${suite.reason} ${suite.detail}`)
  const neufs = await champsCampagne(own.db, suite.value.code)
  expect(neufs.map(({ libelle, type, choix }) => ({ libelle, type, choix }))).toEqual([
    { libelle: 'Priorité', type: 'LISTE', choix: ['Haute', 'Basse'] },
  ])
})
