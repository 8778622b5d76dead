import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import type { BilanDemandes } from '#domain/portail/bilan'
import type { DepsFichiers } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { agentDe } from '#infra/stores/acces/agent'
import { LotParams, pageLot } from '#queries/portail/page-lot'
import { ouvrirCampagnes } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { csv, deposer, type LigneDeListing, listing, receptionDeps } from '#support/reception'
import { corrigerLigne, type LigneACorriger } from '#usecases/lot/corriger-ligne'
import { traiterLot } from '#usecases/lot/traiter-lot'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let agent: Agent
let lecteur: Agent
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
  await ouvrirCampagnes(own.db, 2025, { accuseReception: true })
  const creer = async (role: 'INSTRUCTEUR' | 'LECTEUR') =>
    agentDe(
      await own.db.agent.create({
        data: { courriel: `${role.toLowerCase()}@mcei.test`, nom: 'Duriez', prenom: 'Camille', role },
      }),
    )
  agent = await creer('INSTRUCTEUR')
  lecteur = await creer('LECTEUR')
})
afterAll(() => own.drop())

/** Imports these lines; gives the lot and its rejected lines as its page shows them. */
async function importer(...lignes: LigneDeListing[]) {
  const lotId = await deposer(deps, [listing(csv(...lignes))])
  await traiterLot(deps, lotId)
  return page(lotId)
}
async function page(lotId: string) {
  const { lot, lignes } = await pageLot(own.db, lotId, LotParams.parse({ vue: 'a-revoir' }))
  return { lotId, version: lot.version, rejets: lignes.filter(({ resultat }) => resultat === 'REJET') }
}
const bilanDe = async (id: string) =>
  (await own.db.lot.findUniqueOrThrow({ where: { id } })).bilan as unknown as BilanDemandes
type Page = Awaited<ReturnType<typeof page>>
const corriger = (
  { lotId, version, rejets }: Page,
  corrections: LigneACorriger['corrections'],
  reste: Partial<LigneACorriger> & { par?: Agent } = {},
) => {
  const { par = agent, ...autre } = reste
  return corrigerLigne(deps, par, {
    lotId,
    ligneId: rejets[0]?.id ?? '',
    version,
    corrections,
    courriels: false,
    ...autre,
  })
}

test('the faulty cells of a rejected line are named together, and once right the line is a dossier of its lot', async () => {
  const vue = await importer(
    { Numéro: '2025-00010' },
    { Numéro: '2025-0001', 'Montant demandé': 'dix mille', 'Date de dépôt': '31/02/2025', Objet: 'Séjour à Herne' },
  )
  expect(vue.rejets).toMatchObject([
    {
      ligne: 3,
      fautes: [
        { champ: 'numero', valeur: '2025-0001' },
        { champ: 'deposeLe', valeur: '31/02/2025' },
        { champ: 'montantDemande', valeur: 'dix mille' },
      ],
    },
  ])
  expect(vue.rejets[0]).not.toHaveProperty('lue')
  const juste = { numero: '2025-00011', deposeLe: '28/02/2025', montantDemande: '10 000' }
  // What is still wrong stands at its cell, and nothing is written.
  expect(await corriger(vue, { ...juste, montantDemande: 'onze' })).toMatchObject({
    ok: false,
    reason: 'montantDemande',
  })
  expect(await own.db.dossier.count({ where: { numero: '2025-00011' } })).toBe(0)
  expect((await page(vue.lotId)).version).toBe(vue.version)

  const faite = await corriger(vue, { ...juste, objet: 'Un autre objet' })
  expect(faite).toEqual({ ok: true, value: { numero: '2025-00011', resultat: 'CREE' } })
  // Only the faulty cells are the officer's.
  const dossier = await own.db.dossier.findUniqueOrThrow({ where: { numero: '2025-00011' } })
  expect(dossier).toMatchObject({ objet: 'Séjour à Herne', montantDemandeCents: 1_000_000n })
  expect(dossier.deposeLe?.toISOString().slice(0, 10)).toBe('2025-02-28')
  expect((await page(vue.lotId)).rejets).toEqual([])
  expect(await bilanDe(vue.lotId)).toMatchObject({ lignes: 2, crees: 2, rejets: [] })
  const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { acte: 'corrigerLigne', objetId: vue.lotId } })
  expect(entree).toMatchObject({
    acteur: expect.stringContaining('Duriez'),
    detail: {
      ligne: 3,
      numero: '2025-00011',
      cellules: expect.arrayContaining([{ colonne: 'Montant demandé', avant: 'dix mille', apres: '10 000' }]),
    },
  })
})

test('a number already taken by another line of the lot is refused, and one of a dossier we hold updates it', async () => {
  const vue = await importer({ Numéro: '2025-00020' }, { Numéro: '2025-00020', Objet: 'Le second' })
  expect(vue.rejets).toMatchObject([{ fautes: [{ champ: 'numero' }] }])
  expect(await corriger(vue, { numero: '2025-00020' })).toMatchObject({
    ok: false,
    reason: 'numero',
    detail: expect.stringContaining('ligne 2'),
  })
  expect(await corriger(vue, { numero: '2025-00021' })).toMatchObject({ ok: true, value: { resultat: 'CREE' } })
  const suite = await importer({ Numéro: '2025-00021', Objet: 'Le second, corrigé', 'Montant demandé': '?' })
  expect(await corriger(suite, { montantDemande: '9 000' })).toMatchObject({
    ok: true,
    value: { resultat: 'MIS_A_JOUR' },
  })
})

test('no mail leaves without a yes, and with one the receipt does', async () => {
  const vue = await importer({ Numéro: '2025-00030', 'Montant demandé': 'x', 'Date de dépôt': '10/9/2025' })
  const courriels = (numero: string) => own.db.courriel.count({ where: { modele: 'ar_depot', dossier: { numero } } })
  expect(await corriger(vue, { montantDemande: '8 000' })).toMatchObject({ ok: true })
  expect(await courriels('2025-00030')).toBe(0)
  const autre = await importer({ Numéro: '2025-00031', 'Montant demandé': 'x', 'Date de dépôt': '10/9/2025' })
  expect(await corriger(autre, { montantDemande: '8 000' }, { courriels: true })).toMatchObject({ ok: true })
  expect(await courriels('2025-00031')).toBe(1)
  expect(await bilanDe(autre.lotId)).toMatchObject({ courriels: 1 })
})

test('the act asks for its right, the version of the page, and a line of this lot that is still rejected', async () => {
  const vue = await importer({ Numéro: '2025-00040', 'Montant demandé': 'x' })
  const autre = await importer({ Numéro: '2025-00041', 'Montant demandé': 'x' })
  const juste = { montantDemande: '8 000' }
  await expect(corriger(vue, juste, { par: lecteur })).rejects.toThrow(Forbidden)
  await expect(corriger(vue, juste, { ligneId: autre.rejets[0]?.id ?? '' })).rejects.toThrow(NotFound)
  expect(await corriger(vue, juste)).toMatchObject({ ok: true })
  await expect(corriger(vue, juste)).rejects.toThrow(Conflict)
  const { version } = await page(vue.lotId)
  expect(await corriger(vue, juste, { version })).toEqual({ ok: false, reason: 'PAS_A_CORRIGER' })
})
