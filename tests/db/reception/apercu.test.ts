import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import type { Apercu } from '#domain/portail/apercu'
import type { DepsFichiers } from '#infra/deps'
import type { BilanDemandes } from '#domain/portail/bilan'
import { ouvrirCampagnes, regler, SIGNATAIRE } from '#support/campagnes'
import { csv, deposer, importer, type LigneDeListing, listing, receptionDeps } from '#support/reception'
import { ownDb } from '#support/own-db'
import { confirmerLot, ecarterLot } from '#usecases/lot/confirmer-lot'
import { traiterLot } from '#usecases/lot/traiter-lot'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let agent: Agent
let serie = 0
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir, () => new Date('2025-04-20T08:00:00.000Z'))
  const cree = await own.db.agent.create({
    data: { courriel: 'a@exemple.test', nom: 'Roy', prenom: 'Ana', role: 'INSTRUCTEUR' },
  })
  agent = { type: 'AGENT', id: cree.id, nom: 'Roy', prenom: 'Ana', role: 'INSTRUCTEUR', courriel: 'a@exemple.test' }
  await ouvrirCampagnes(own.db, 2025, { accuseReception: true })
})
afterAll(() => own.drop())
beforeEach(() => {
  serie += 100
})

const lignes = (n: number, ecarts: LigneDeListing = {}) =>
  Array.from({ length: n }, (_, i) => ({
    Numéro: `2025-${String(serie + i).padStart(5, '0')}`,
    Objet: `Échange n° ${serie + i}`,
    ...ecarts,
  }))

/** What is in the base, as far as a preview must leave it alone. */
const comptes = async () => ({
  dossiers: await own.db.dossier.count(),
  versions: await own.db.dossierVersion.count(),
  structures: await own.db.structure.count(),
  campagnes: await own.db.campagne.count(),
  courriels: await own.db.courriel.count(),
  journal: await own.db.entreeJournal.count({ where: { objet: 'dossier' } }),
  promesses: await own.db.outboxJob.count({ where: { name: 'courriel.envoyer' } }),
})

async function prevoir(lu: LigneDeListing[], couverture: 'PARTIE' | 'CAMPAGNE' = 'PARTIE') {
  const lotId = await deposer(deps, [listing(csv(...lu))], { couverture, accord: 'A_DEMANDER' })
  await traiterLot(deps, lotId)
  return lire(lotId)
}

async function lire(lotId: string) {
  const lot = await own.db.lot.findUniqueOrThrow({ where: { id: lotId } })
  return { lotId, version: lot.version, etat: lot.etat, lot, apercu: lot.apercu as unknown as Apercu }
}

const repondre = ({ lotId, version }: { lotId: string; version: number }, courriels: boolean, absents = false) =>
  confirmerLot(deps, agent, { lotId, version, courriels, absents })

test('a preview says what would be done, mail by mail, and writes nothing', async () => {
  const avant = await comptes()
  const prevu = await prevoir([
    ...lignes(3),
    { Numéro: '', Statut: 'En cours de saisie', 'Date de dépôt': '' },
    { Numéro: '2025-90001', Type: 'Quartier Politique de la Ville' },
    { Numéro: '2025-90002', 'Montant demandé': 'beaucoup' },
    { Numéro: '2023-90003', 'Date de dépôt': '3/4/2023', Statut: 'Accordé' },
  ])
  expect(prevu).toMatchObject({
    etat: 'A_CONFIRMER',
    apercu: {
      lignes: 7,
      crees: 4,
      brouillons: 1,
      horsPerimetre: 1,
      reprises: 1,
      campagnesOuvertes: ['MEI-2023'],
      rejets: [{ colonne: 'Montant demandé' }],
    },
  })
  expect(prevu.apercu.courriels).toHaveLength(3)
  expect(prevu.apercu.courriels[0]).toEqual({
    numero: `2025-${String(serie).padStart(5, '0')}`,
    objet: `Échange n° ${serie}`,
    destinataire: 'contact@exemple.test',
    modele: 'ar_depot',
  })
  expect(await comptes()).toEqual(avant)
})

test('the receipts that nobody signs are said before, and none of them leaves', async () => {
  const { signataire } = REGLAGES_PAR_DEFAUT.MEI
  await regler(own.db, { signataire })
  const prevu = await prevoir(lignes(2))
  expect(prevu.apercu).toMatchObject({ crees: 2, courriels: [], sansSignataire: 2 })
  await regler(own.db, { signataire, accuseReception: false })
  expect((await prevoir(lignes(2))).apercu).toMatchObject({ courriels: [], sansSignataire: 0 })
  await regler(own.db, { signataire: SIGNATAIRE, accuseReception: true })
  expect((await prevoir(lignes(2))).apercu).toMatchObject({ sansSignataire: 0 })
})

test('answered no, everything is imported and no mail is written; answered yes, those mails and no other', async () => {
  for (const courriels of [false, true]) {
    serie += 10
    const avant = await comptes()
    const prevu = await prevoir(lignes(3))
    expect(await repondre(prevu, courriels)).toEqual({ ok: true })
    const fini = await traiterLot(deps, prevu.lotId)
    const {
      cible: _c,
      base: _b,
      fichier: _f,
      courriels: attendus,
      ...dit
    } = prevu.apercu as Apercu & {
      cible: object
      base: string
      fichier: string
    }
    const { reprises: _r, anciennes: _a, connus: _k, absents: _l, sansSignataire: _s, ...commun } = dit
    expect(fini).toEqual({ ok: true, value: { ...commun, courriels: courriels ? attendus.length : 0 } })
    const ecrits = await own.db.courriel.findMany({
      where: { dossier: { objet: { in: lignes(3).map(({ Objet }) => Objet) } } },
      select: { destinataire: true, dossier: { select: { numero: true } } },
    })
    expect(ecrits.map(({ dossier }) => dossier?.numero).toSorted()).toEqual(
      courriels ? attendus.map(({ numero }) => numero) : [],
    )
    expect((await comptes()).dossiers).toBe(avant.dossiers + 3)
  }
})

test('where the base changed meanwhile nothing is confirmed: the preview is made again, and says so', async () => {
  const prevu = await prevoir(lignes(2))
  await importer(deps, [listing(csv(...lignes(1)))])
  expect(await repondre(prevu, true)).toEqual({ ok: false, reason: 'BASE_CHANGEE' })
  expect(await traiterLot(deps, prevu.lotId)).toEqual({ ok: true, value: null })
  const refait = await lire(prevu.lotId)
  expect(refait).toMatchObject({ etat: 'A_CONFIRMER', lot: { apercuRefait: true }, apercu: { crees: 1, inchanges: 1 } })
  expect(await repondre(refait, false)).toEqual({ ok: true })
})

test('a file that is no longer the one previewed is not imported', async () => {
  const prevu = await prevoir(lignes(1))
  const [{ cle } = { cle: '' }] = prevu.lot.fichiers as { cle: string }[]
  await deps.storage.remove(cle)
  await deps.storage.put(cle, Buffer.from(csv(...lignes(2))))
  expect(await repondre(prevu, true)).toEqual({ ok: false, reason: 'FICHIER_CHANGE' })
})

test('given up, nothing is done; answered twice, the second does nothing', async () => {
  const avant = await comptes()
  const prevu = await prevoir(lignes(2))
  expect(await ecarterLot(deps, agent, prevu)).toEqual({ ok: true })
  expect(await traiterLot(deps, prevu.lotId)).toEqual({ ok: true, value: null })
  expect(await repondre(await lire(prevu.lotId), true)).toEqual({ ok: false, reason: 'RIEN_A_CONFIRMER' })
  await expect(repondre(prevu, true)).rejects.toThrow()
  expect(await comptes()).toEqual(avant)
})

test('a whole listing much smaller than what is held is asked a second time; a part never marks anything', async () => {
  await importer(deps, [listing(csv(...lignes(14)))], { accord: { courriels: false } })
  const partie = await prevoir(lignes(2))
  expect(partie.apercu.disparus).toEqual([])
  const entier = await prevoir(lignes(2), 'CAMPAGNE')
  expect(entier.apercu.disparus).toContain(lignes(14)[13]?.Numéro)
  expect(await repondre(entier, false)).toEqual({ ok: false, reason: 'ABSENTS_A_CONFIRMER' })
  expect(await own.db.dossier.count({ where: { disparuLe: { not: null } } })).toBe(0)
  expect(await repondre(entier, false, true)).toEqual({ ok: true })
  const fini = await traiterLot(deps, entier.lotId)
  expect(fini.ok && (fini.value as BilanDemandes).disparus).toEqual(entier.apercu.disparus)
})
