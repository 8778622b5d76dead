import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import type { DepsFichiers } from '#infra/deps'
import type { BilanDemandes } from '#domain/portail/bilan'
import { BROUILLON, csv, importer, receptionDeps, type LigneDeListing, listing, NOW } from '#support/reception'
import { ouvrirCampagnes, regler } from '#support/campagnes'
import { ownDb } from '#support/own-db'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let serie = 0
let numero = ''

beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
})
afterAll(() => own.drop())
beforeEach(async () => {
  serie += 1
  numero = `2025-${String(serie).padStart(5, '0')}`
  await own.db.dossier.updateMany({ data: { disparuLe: NOW } })
})

const livrer = (...lignes: LigneDeListing[]) => importer<BilanDemandes>(deps, [listing(csv(...lignes))])
const ligne = (champs: LigneDeListing = {}): LigneDeListing => ({
  Numéro: numero,
  Objet: `Échange n° ${serie}`,
  ...champs,
})
const dossierLu = (cle = numero) =>
  own.db.dossier.findUniqueOrThrow({
    where: { numero: cle },
    include: { depots: true, structure: true, campagne: true, courriels: true, deverrouillages: true },
  })
const actes = async (objetId: string) =>
  (await own.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)

test('a changed line is a new version, its differences are in the journal, and the version is raised', async () => {
  await livrer(ligne())
  const avant = await dossierLu()
  const bilan = await livrer(ligne({ 'Montant demandé': '12 000,00' }))
  const apres = await dossierLu()
  expect(bilan).toMatchObject({ misAJour: 1, crees: 0 })
  expect(apres.montantDemandeCents).toBe(1_200_000n)
  expect(apres.depots).toHaveLength(2)
  expect(apres.version).toBe(avant.version + 1)
  const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: apres.id, acte: 'mettreAJour' } })
  expect(entree.detail).toMatchObject({
    differences: [
      { champ: 'montantDemande', avant: expect.stringContaining('10'), apres: expect.stringContaining('12') },
    ],
  })
})

test('a draft is kept and not queued; deposited, it keeps its row', async () => {
  const brouillon = ligne({ ...BROUILLON })
  expect(await livrer(brouillon)).toMatchObject({ crees: 0, brouillons: 1 })
  const draft = await own.db.dossier.findFirstOrThrow({ where: { objet: `Échange n° ${serie}` } })
  expect(draft).toMatchObject({ etat: 'BROUILLON', numero: null, deposeLe: null, rejetImpliciteLe: null })
  expect(await livrer(brouillon)).toMatchObject({ brouillons: 1 })

  expect(await livrer(ligne())).toMatchObject({ crees: 1, brouillons: 0 })
  const depose = await dossierLu()
  expect(depose).toMatchObject({ id: draft.id, etat: 'DEPOSE' })
  expect(depose.courriels).toEqual([])
  expect(await actes(draft.id)).toEqual(['importer', 'deposer'])
})

test('an old listing does not make a draft again of what was deposited since', async () => {
  await livrer(ligne({ ...BROUILLON }))
  await livrer(ligne())
  expect(await livrer(ligne({ ...BROUILLON }))).toMatchObject({ brouillons: 1, crees: 0 })
  expect(await own.db.dossier.count({ where: { objet: `Échange n° ${serie}` } })).toBe(1)
  expect((await dossierLu()).etat).toBe('DEPOSE')
})

/** A listing that its officer says to be the whole of its campagnes. */
const livrerTout = (...lignes: LigneDeListing[]) =>
  importer<BilanDemandes>(deps, [listing(csv(...lignes))], { couverture: 'CAMPAGNE' })

test('a listing that is a part says nothing of what it does not hold', async () => {
  await livrer(ligne())
  const bilan = await livrer(ligne({ Numéro: '2025-90011', Objet: 'Un autre encore' }))
  expect(bilan.disparus).toEqual([])
  expect((await dossierLu()).disparuLe).toBeNull()
})

test('a dossier gone from a later whole listing is flagged and kept; back again, the flag goes', async () => {
  await livrer(ligne())
  const bilan = await livrerTout(ligne({ Numéro: '2025-90001', Objet: 'Un autre' }))
  expect(bilan.disparus).toEqual([numero])
  expect((await dossierLu()).disparuLe).toEqual(NOW)
  expect(await livrer(ligne())).toMatchObject({ inchanges: 1 })
  const retrouve = await dossierLu()
  expect(retrouve.disparuLe).toBeNull()
  expect(await actes(retrouve.id)).toEqual(['importer', 'signalerDisparu', 'signalerRetour'])
})

test('a rejected line is still a line: its dossier is not said to be gone', async () => {
  await livrer(ligne())
  const bilan = await livrerTout(
    ligne({ 'Montant demandé': 'beaucoup' }),
    ligne({ Numéro: '2025-90002', Objet: 'Un autre' }),
  )
  expect(bilan.rejets).toEqual([
    { ligne: 2, colonne: 'Montant demandé', valeur: 'beaucoup', motif: expect.stringContaining('montant') },
  ])
  expect((await dossierLu()).disparuLe).toBeNull()
})

test('a portal wording that goes back is told, and the state stays', async () => {
  await livrer(ligne())
  const bilan = await livrer(ligne({ Statut: 'En cours de saisie' }))
  const dossier = await dossierLu()
  expect(dossier).toMatchObject({ etat: 'DEPOSE', statutPortail: 'En cours de saisie' })
  expect(bilan.anomalies).toEqual([{ numero, colonne: 'Statut', motif: expect.stringContaining('n’a pas changé') }])
})

test('an unlocked dossier validated again keeps its day of deposit and is closed', async () => {
  await livrer(ligne())
  const { id } = await dossierLu()
  const agent = await own.db.agent.create({
    data: { courriel: `a${serie}@exemple.test`, nom: 'A', prenom: 'B', role: 'INSTRUCTEUR' },
  })
  const ouverture = { ouvertLe: NOW, echeance: new Date(NOW.getTime() + 86_400_000), motif: 'Budget à revoir' }
  await own.db.deverrouillage.create({
    data: { ...ouverture, dossierId: id, sections: ['BUDGET'], ouvertParId: agent.id },
  })
  expect((await livrer(ligne({ Statut: 'En cours de saisie' }))).anomalies).toEqual([])
  expect((await dossierLu()).deverrouillages[0]?.refermeLe).toBeNull()

  await livrer(ligne({ 'Date de dépôt': '10/4/2025', 'Montant demandé': '9 000,00' }))
  const dossier = await dossierLu()
  expect(dossier.deverrouillages[0]).toMatchObject({ refermeLe: NOW, fermeture: 'DEPOT' })
  expect(dossier.deposeLe?.toISOString().slice(0, 10)).toBe('2025-04-03')
  // What was changed waits beside the deposited version until an officer takes it.
  expect(dossier).toMatchObject({ montantDemandeCents: 1_000_000n, statutPortail: 'En cours d’analyse' })
  expect(dossier.depots).toHaveLength(1)
  const [modification] = await own.db.modification.findMany({ where: { dossierId: id } })
  expect(modification).toMatchObject({
    etat: 'REDEPOSEE',
    donnees: { montantDemande: expect.stringMatching(/^9.000,00$/) },
  })
  const encore = await livrer(ligne({ 'Date de dépôt': '10/4/2025', 'Montant demandé': '9 000,00' }))
  expect(encore).toMatchObject({ inchanges: 1, misAJour: 0 })
})

test('what was decided does not move: the change is told, again and again, and never applied', async () => {
  await livrer(ligne())
  const { id } = await dossierLu()
  await own.db.dossier.update({ where: { id }, data: { etat: 'ACCORDE', montantAccordeCents: 800_000n } })
  const bilan = await livrer(ligne({ 'Montant demandé': '20 000,00' }))
  expect(bilan.misAJour).toBe(1)
  const dossier = await dossierLu()
  expect(dossier).toMatchObject({ etat: 'ACCORDE', montantDemandeCents: 1_000_000n, montantAccordeCents: 800_000n })
  expect(dossier.depots).toHaveLength(2)
  expect(bilan.anomalies[0]?.motif).toContain('après la décision')
  const encore = await livrer(ligne({ 'Montant demandé': '20 000,00' }))
  expect(encore).toMatchObject({ inchanges: 1, anomalies: bilan.anomalies })
})

describe('where the MCEI sends the accusé de réception', () => {
  const RECENT = { 'Date de dépôt': '10/9/2025' }
  beforeAll(() => ouvrirCampagnes(own.db, 2025, { accuseReception: true }))
  afterAll(() => regler(own.db, { accuseReception: false }))

  const silences = async (objetId: string) =>
    (await own.db.entreeJournal.findMany({ where: { objetId, acte: 'retenirAccuse' } })).map(({ detail }) => detail)

  test('a deposit gets it once, with its draft or without', async () => {
    await livrer(ligne({ ...BROUILLON }))
    await livrer(ligne(RECENT))
    await livrer(ligne(RECENT))
    expect((await dossierLu()).courriels).toMatchObject([
      { modele: 'ar_depot', acteurType: 'SYSTEME', etat: 'A_ENVOYER', echeances: [new Date('2025-11-10')] },
    ])
  })

  test('without any address the dossier says that it could not leave; it leaves once there is one', async () => {
    const bilan = await livrer(ligne({ ...RECENT, 'Adresse mail': '' }))
    expect(bilan.anomalies.map(({ motif }) => motif)).toContainEqual(expect.stringContaining('accusé de réception'))
    expect((await dossierLu()).courriels).toHaveLength(0)
    const suite = await livrer(ligne({ ...RECENT, 'Adresse mail': 'enfin@exemple.test' }))
    expect(suite.anomalies).toEqual([])
    expect((await dossierLu()).courriels).toMatchObject([{ destinataire: 'enfin@exemple.test' }])
  })

  test.each([
    ['3/4/2025', 'FAIT_ANCIEN'],
    ['10/8/2025', 'FAIT_ANCIEN'],
  ])('what was deposited on %s gets none, and its journal says why', async (depose, silence) => {
    await livrer(ligne({ 'Date de dépôt': depose }))
    const dossier = await dossierLu()
    expect(dossier.courriels).toEqual([])
    expect(await silences(dossier.id)).toEqual([{ silence }])
  })

  test('a campagne that does not say who answers sends none', async () => {
    await regler(own.db, { signataire: REGLAGES_PAR_DEFAUT.MEI.signataire })
    await livrer(ligne(RECENT))
    const dossier = await dossierLu()
    expect([dossier.courriels, await silences(dossier.id)]).toEqual([[], [{ silence: 'SIGNATAIRE_INCOMPLET' }]])
  })
})

test('a campagne that an import opens leaves the accusé to the portal', async () => {
  await livrer(ligne({ Numéro: `2023-${numero.slice(5)}`, 'Date de dépôt': '3/4/2023' }))
  const dossier = await dossierLu(`2023-${numero.slice(5)}`)
  expect(dossier.campagne.reglages).toMatchObject({ accuseReception: false })
  expect(dossier.courriels).toEqual([])
  expect(await actes(dossier.id)).not.toContain('retenirAccuse')
})

test('a line of a year without campagne opens it, and the bilan says so', async () => {
  const bilan = await livrer(ligne({ Numéro: `2026-${numero.slice(5)}`, 'Date de dépôt': '3/4/2026' }))
  expect(bilan.campagnesOuvertes).toEqual(['MEI-2026'])
  expect((await dossierLu(`2026-${numero.slice(5)}`)).campagne.code).toBe('MEI-2026')
})

test('structures are one by SIRET, else by name; what is wrong is an anomaly, never a rejection', async () => {
  const commun = {
    'Raison sociale': `CLUB ${serie}`,
    SIRET: '12345678900000',
    'Adresse mail': 'pas une adresse',
    'Code Postal': 'x',
  }
  const bilan = await livrer(
    ligne(commun),
    ligne({ ...commun, Numéro: '2025-90004', 'Raison sociale': `Club ${serie}` }),
  )
  expect(bilan).toMatchObject({ crees: 2, rejets: [] })
  expect(bilan.anomalies.length).toBeGreaterThan(3)
  const [a, b] = [await dossierLu(), await dossierLu('2025-90004')]
  expect(a.structureId).toBe(b.structureId)
  expect(a.structure.siret).toBeNull()
})
