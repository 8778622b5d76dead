import { afterAll, beforeAll, expect, test } from 'vitest'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import type { DepsFichiers } from '#infra/deps'
import type { BilanDemandes } from '#domain/portail/bilan'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { ouvrirCampagnes, regler } from '#support/campagnes'
import { csv, importer, type LigneDeListing, listing, receptionDeps } from '#support/reception'
import { ownDb } from '#support/own-db'

const NOW = new Date('2026-11-26T09:00:00.000Z')

/** Who looks: nobody of this test. */
const PERSONNE = '00000000-0000-4000-8000-000000000000'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir, () => NOW)
})
afterAll(() => own.drop())

const livrer = (...lignes: LigneDeListing[]) => importer<BilanDemandes>(deps, [listing(csv(...lignes))])
const dossier = (numero: string) =>
  own.db.dossier.findUniqueOrThrow({ where: { numero }, include: { courriels: true, campagne: true } })

const STATUTS = ['Accordé', 'REFUSE', 'En cours d’instruction', 'Clos', 'Abandonné', 'En cours d’analyse'] as const

/** An extraction of two years ago: `n` dossiers in the portal's words of then. */
const extraction = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    Numéro: `2024-${String(i + 1).padStart(5, '0')}`,
    Objet: `Échange n° ${i}`,
    Statut: STATUTS[i % STATUTS.length] ?? '',
    'Date de dépôt': `${(i % 27) + 1}/4/2024`,
    SIRET: '',
    'Raison sociale': `CLUB ${i}`,
  }))

test('an extraction of 150 dossiers, two years old: history, no mail, no alarm, though its mails were asked for', async () => {
  const bilan = await livrer(...extraction(150))
  expect(bilan).toMatchObject({ lignes: 150, crees: 150, courriels: 0, campagnesOuvertes: ['MEI-2024'] })
  expect(await own.db.courriel.count()).toBe(0)
  expect(await own.db.dossier.groupBy({ by: ['etat'], _count: true, orderBy: { etat: 'asc' } })).toEqual([
    { etat: 'DEPOSE', _count: 25 },
    { etat: 'EN_INSTRUCTION', _count: 25 },
    { etat: 'DECIDE_AILLEURS', _count: 100 },
  ])
  expect(await own.db.dossier.count({ where: { rejetImpliciteLe: { not: null } } })).toBe(0)
  expect(await own.db.dossier.count({ where: { reprisLe: NOW } })).toBe(150)
  const { compteurs } = await compteursDossiers(own.db, [], { moi: PERSONNE, now: NOW })
  expect(compteurs).toMatchObject({ 'rejet-proche': 0, decides: 100, tous: 150 })
  expect((await tableauDeBord(own.db, { moi: PERSONNE, now: NOW })).echeances).toEqual([])
}, 180_000)

test('a campagne of this year whose receipts nobody signs is said on the dashboard, history is not', async () => {
  const sans = async () =>
    (await tableauDeBord(own.db, { moi: PERSONNE, now: NOW })).sansSignataire.map(({ code }) => code)
  await ouvrirCampagnes(own.db, 2026, {})
  expect(await sans()).toEqual([])
  await regler(own.db, { signataire: REGLAGES_PAR_DEFAUT.MEI.signataire })
  expect(await sans()).toEqual(['JUM-2026', 'MEI-2026'])
  await regler(own.db, { accuseFiche: false })
  expect(await sans()).toEqual([])
})

test('what the portal later says is over is over here', async () => {
  await livrer({ Numéro: '2024-90001', Statut: 'En cours d’instruction', 'Date de dépôt': '3/4/2024' })
  expect(await dossier('2024-90001')).toMatchObject({ etat: 'EN_INSTRUCTION' })
  await livrer({ Numéro: '2024-90001', Statut: 'Accordé', 'Date de dépôt': '3/4/2024' })
  expect(await dossier('2024-90001')).toMatchObject({ etat: 'DECIDE_AILLEURS', courriels: [] })
})

test('a statut nobody knows is an anomaly, and the dossier is deposited', async () => {
  const bilan = await livrer({ Numéro: '2024-90002', Statut: 'Bleu', 'Date de dépôt': '3/4/2024', Objet: 'Bleu' })
  expect(bilan.anomalies).toContainEqual({
    numero: '2024-90002',
    colonne: 'Statut',
    motif: expect.stringContaining('pas connu'),
  })
  expect(await dossier('2024-90002')).toMatchObject({ etat: 'DEPOSE', reprisLe: NOW })
})

test('what was deposited this year is no history: its clock runs', async () => {
  await livrer({ Numéro: '2026-90003', 'Date de dépôt': '3/11/2026', Objet: 'De ce mois' })
  const live = await dossier('2026-90003')
  expect(live).toMatchObject({ etat: 'DEPOSE', reprisLe: null })
  expect(live.rejetImpliciteLe?.toISOString().slice(0, 10)).toBe('2027-01-03')
})

test('the campagne comes from the day of deposit against the openings, not from the year of the number', async () => {
  await own.db.campagne.update({ where: { code: 'MEI-2026' }, data: { ouverteLe: new Date('2025-11-15') } })
  await livrer({ Numéro: '2025-90004', 'Date de dépôt': '20/11/2025', Objet: 'Pour 2026' })
  expect((await dossier('2025-90004')).campagne.code).toBe('MEI-2026')
  const bilan = await livrer({ Numéro: '2026-90005', 'Date de dépôt': '3/4/2025', Objet: 'Pour 2025' })
  expect(bilan.campagnesOuvertes).toEqual(['MEI-2025'])
  expect((await dossier('2026-90005')).campagne.code).toBe('MEI-2025')
})

test('a number that is another’s is an anomaly and overwrites nothing', async () => {
  const numero = '2026-90006'
  await livrer({ Numéro: numero, 'Date de dépôt': '3/11/2026', Objet: 'Le vrai' })
  const avant = await dossier(numero)
  const autres: LigneDeListing[] = [
    { Type: 'Jumelages (public)' },
    { 'Date de dépôt': '3/4/2024' },
    { SIRET: '21620905600011', 'Raison sociale': 'COMMUNE DE ZUDAUSQUES', Objet: 'Un autre' },
  ]
  for (const autre of autres) {
    const bilan = await livrer({ Numéro: numero, 'Date de dépôt': '3/11/2026', Objet: 'Le vrai', ...autre })
    expect(bilan).toMatchObject({ crees: 0, misAJour: 0, inchanges: 1 })
    expect(bilan.anomalies).toContainEqual({
      numero,
      colonne: 'Numéro',
      motif: expect.stringContaining('rien n’a été changé'),
    })
    expect(await dossier(numero)).toEqual(avant)
  }
  // A correction of one of them alone is one.
  expect(
    await livrer({ Numéro: numero, 'Date de dépôt': '3/11/2026', Objet: 'Le vrai', SIRET: '21620905600011' }),
  ).toMatchObject({ misAJour: 1 })
})
