import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import type { BilanDemandes } from '#domain/portail/bilan'
import type { Storage } from '#infra/storage'
import { archive, csv, deposer, fixture, importer, receptionDeps, listing, message } from '#support/reception'
import { unCourriel } from '#support/courriels'
import { ouvrirCampagnes } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { zipBrut } from '#support/zip-brut'
import { traiterLot } from '#usecases/lot/traiter-lot'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
})
afterAll(() => own.drop())

const pdf = (texte: string) => Buffer.from(`%PDF-1.4\n${texte}\n%%EOF`)
const numeros = (annee: number, n: number) =>
  Array.from({ length: n }, (_, i) => `${annee}-${String(i + 1).padStart(5, '0')}`)
const lignes = (annee: number, n: number) =>
  csv(
    ...numeros(annee, n).map((Numéro) => ({
      Numéro,
      Objet: `Projet ${Numéro}`,
      'Date de dépôt': `3/4/${annee}`,
      SIRET: '',
    })),
  )
const pieces = (annee: number, n: number) =>
  zipBrut(
    numeros(annee, n).flatMap((numero) =>
      ['01 - Lettre de demande', '02 - RIB'].map((nom) => ({
        nom: `pieces/${numero}/${nom}.pdf`,
        contenu: pdf(`${numero} ${nom}`),
      })),
    ),
  )

/** A storage that gives out at the nth file put: what a killed worker leaves behind. */
function failing(storage: Storage, after: number): Storage {
  let left = after
  return {
    ...storage,
    put: (cle, contenu) => {
      left -= 1
      return left < 0 ? Promise.reject(new Error('disk gone')) : storage.put(cle, contenu)
    },
  }
}

/** Everything a lot made, without what is drawn at random. */
async function etatDe(annee: number) {
  const dossiers = await own.db.dossier.findMany({
    where: { numero: { startsWith: `${annee}-` } },
    orderBy: { numero: 'asc' },
    include: { depots: true, courriels: true, pieces: { orderBy: { rang: 'asc' }, include: { versions: true } } },
  })
  return dossiers.map(({ numero, version, completude, nbManquantes, depots, courriels, pieces: deposees }) => ({
    numero: numero?.slice(5),
    version,
    completude,
    nbManquantes,
    depots: depots.length,
    courriels: courriels.length,
    pieces: deposees.map(({ code, versions }) => [code, versions.length]),
  }))
}

test('a lot killed in the middle and run again ends as if nothing had happened', async () => {
  const sain = await importer<BilanDemandes>(deps, [listing(lignes(2021, 12)), archive(pieces(2021, 12))])
  const lotId = await deposer(deps, [listing(lignes(2022, 12)), archive(pieces(2022, 12))])
  for (const after of [0, 5, 7]) {
    await expect(traiterLot({ ...deps, storage: failing(deps.storage, after) }, lotId)).rejects.toThrow('disk gone')
    expect((await own.db.lot.findUniqueOrThrow({ where: { id: lotId } })).etat).toBe('EN_COURS')
  }
  const repris = await traiterLot(deps, lotId)
  const { anomalies, campagnesOuvertes: _, ...comptes } = sain
  expect(repris).toMatchObject({ ok: true, value: comptes })
  expect(repris.ok && repris.value).toHaveProperty('anomalies.length', anomalies.length)
  expect(await etatDe(2022)).toEqual(await etatDe(2021))
  expect(await traiterLot(deps, lotId)).toEqual(repris)
  expect(await etatDe(2022)).toEqual(await etatDe(2021))
})

test('two workers on one lot, and two lots on the same dossiers, make each thing once', async () => {
  await ouvrirCampagnes(own.db, 2025, { accuseReception: true })
  const recentes = lignes(2025, 15).replaceAll('3/4/2025', '10/9/2025')
  const fichiers = () => [listing(recentes), archive(pieces(2025, 15))]
  const [lot, autre] = [await deposer(deps, fichiers()), await deposer(deps, fichiers())]
  const bilans = await Promise.all([lot, lot, autre].map((id) => traiterLot(deps, id)))
  expect(bilans.map(({ ok }) => ok)).toEqual([true, true, true])
  expect((await etatDe(2025)).every(({ depots, courriels }) => depots === 1 && courriels === 1)).toBe(true)
  expect((await etatDe(2025)).flatMap(({ pieces: deposees }) => deposees.map(([, versions]) => versions))).toEqual(
    Array.from({ length: 30 }, () => 1),
  )
  const lots = await own.db.lot.findMany({ where: { id: { in: [lot, autre] } } })
  const comptes = lots.map(({ bilan }) => bilan as BilanDemandes)
  expect(comptes.reduce((somme, { crees }) => somme + crees, 0)).toBe(15)
  expect(comptes.map(({ crees, inchanges }) => crees + inchanges)).toEqual([15, 15])
  expect(await own.db.entreeJournal.count({ where: { acte: 'importer', objet: 'dossier' } })).toBe(12 + 12 + 15)
})

test('the same mails read by two workers at once make each fiche once', async () => {
  const noms = ['01-docx', '05-body', '13-doublon-meme-message-id', '14-nouvelle-version']
  const mails = await Promise.all(noms.map(async (nom) => message(await fixture(`courriels/${nom}.eml`), `${nom}.eml`)))
  const lotId = await deposer(deps, mails)
  await Promise.all([traiterLot(deps, lotId), traiterLot(deps, lotId)])
  expect(await own.db.preProjet.count()).toBe(2)
  expect(await own.db.courrielRecu.count({ where: { nature: { not: 'DOUBLON' } } })).toBe(3)
  const { bilan } = await own.db.lot.findUniqueOrThrow({ where: { id: lotId } })
  expect((bilan as { messages: unknown[] }).messages).toHaveLength(4)
})

test('versions of one fiche that arrive together in several deliveries are one fiche', async () => {
  const fiche = [
    'Nom de la structure : CLUB DE LENS',
    'Intitulé du projet : Chantier à Cork',
    'Pays : Irlande',
    'Ville : Cork',
  ]
  const lots = await Promise.all(
    [1, 2, 3, 4, 5].map((n) => {
      const texte = [...fiche, `Nombre de jeunes : ${n + 10}`, 'Coût total : 9 000 €'].join('\r\n')
      return deposer(deps, [message(unCourriel({ entetes: { 'Message-ID': `<ensemble-${n}@exemple.test>` }, texte }))])
    }),
  )
  await Promise.all(lots.map((id) => traiterLot(deps, id)))
  expect(await own.db.preProjet.count({ where: { ville: 'Cork' } })).toBe(1)
  expect(
    await own.db.courrielRecu.groupBy({
      by: ['nature'],
      where: { lotId: { in: lots } },
      _count: true,
      orderBy: { nature: 'asc' },
    }),
  ).toEqual([
    { nature: 'FICHE', _count: 1 },
    { nature: 'NOUVELLE_VERSION', _count: 4 },
  ])
})

test('a lot read after a later one takes nothing back, and does not say that what came since is gone', async () => {
  let instant = new Date('2025-10-01T08:00:00.000Z')
  const clocked = { ...deps, now: () => instant }
  const ancien = await deposer(clocked, [listing(lignes(2018, 3))], { couverture: 'CAMPAGNE' })
  instant = new Date('2025-10-02T08:00:00.000Z')
  await importer(clocked, [listing(lignes(2018, 5))])
  const corrige = await deposer(clocked, [listing(lignes(2018, 5).replaceAll('10 000,00', '11 000,00'))])
  instant = new Date('2025-10-03T08:00:00.000Z')
  await importer(clocked, [listing(lignes(2018, 5).replaceAll('10 000,00', '12 000,00'))])
  expect(await traiterLot(clocked, corrige)).toMatchObject({ ok: true, value: { inchanges: 5, misAJour: 0 } })
  expect(
    await own.db.dossier.count({ where: { numero: { startsWith: '2018-' }, montantDemandeCents: 1_200_000n } }),
  ).toBe(5)
  expect(await traiterLot(clocked, ancien)).toMatchObject({ ok: true, value: { inchanges: 3, disparus: [] } })
  expect(await own.db.dossier.count({ where: { numero: { startsWith: '2018-' }, disparuLe: null } })).toBe(5)
})

test('a lot that is done is not read again, whatever happened since', async () => {
  const fini = await deposer(deps, [listing(lignes(2017, 2))])
  const bilan = await traiterLot(deps, fini)
  await own.db.dossier.updateMany({
    where: { numero: { startsWith: '2017-' } },
    data: { anomalies: [{ colonne: 'x', motif: 'y', valeur: '' }] },
  })
  expect(await traiterLot(deps, fini)).toEqual(bilan)
})
