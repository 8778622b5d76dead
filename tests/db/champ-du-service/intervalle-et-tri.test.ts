import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { champEnAdresse, colonneDuService, REMPLI } from '#domain/champ-du-service/champ-en-adresse'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { Prisma } from '#prisma'
import {
  bannetteDossiers,
  BannetteDossiersParams,
  dossiersDuFiltre,
  ordreDe,
  posesDe,
} from '#queries/dossier/bannette-dossiers'
import { conditionDeVue } from '#queries/dossier/compteurs-dossiers'
import { idsDeLaMarche } from '#queries/dossier/ordre-dossiers'
import { voisinsDossier, VoisinsDossierParams } from '#queries/dossier/voisins-dossier'
import { ownDb } from '#support/own-db'
import { ajouterChamp } from '#usecases/champ-du-service/regler-champs'
import { remplirChampsDuDossier } from '#usecases/champ-du-service/remplir-champs'
import { exporterDossiers } from '#usecases/rapport/exporter-dossiers'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
let chef: Agent
const deps = () => ({ db: own.db, now: () => NOW })
const regard = () => ({ moi: agent.id, now: NOW })

/** What each dossier holds, by its object; the empty ones are two, and two hold the same amount. */
const TENUS = {
  a: { Rang: '9', Coût: '1250,50', Visite: '05/07/2027', Avis: 'Évident' },
  b: { Rang: '10', Coût: '90', Visite: '31/12/2026', Avis: 'dur' },
  c: { Rang: '-3,5', Coût: '90', Visite: '01/01/2028', Avis: 'Zut' },
  d: { Rang: '100', Coût: '20 000', Visite: '06/07/2027', Avis: 'à voir' },
  e: {},
  f: {},
} as const satisfies Record<string, Record<string, string>>
const TYPES = { Rang: 'NOMBRE', Coût: 'MONTANT', Visite: 'DATE', Avis: 'TEXTE' } as const

let code: string
let campagneId: string
const ids: Record<string, string> = {}

const champs = async (dans: string) =>
  Object.fromEntries(
    (await own.db.champDuService.findMany({ where: { campagneId: dans } })).map(({ libelle, id }) => [libelle, id]),
  )

async function remplir(dossierId: string, tenus: Record<string, string>, dans = campagneId) {
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  const siens = await champs(dans)
  const valeurs = Object.fromEntries(Object.entries(tenus).map(([nom, saisie]) => [siens[nom] ?? '', saisie]))
  return remplirChampsDuDossier(deps(), agent, { dossierId, version, valeurs })
}

beforeAll(async () => {
  own = await ownDb()
  agent = await unAgent(own.db)
  chef = await unAgent(own.db, 'RESPONSABLE')
  const campagne = await uneCampagne(own.db)
  code = campagne.code
  campagneId = campagne.id
  for (const [libelle, type] of Object.entries(TYPES))
    await ajouterChamp(deps(), chef, { code, libelle, type, choix: [], repond: 'SERVICE', aide: '' })
  for (const [objet, tenus] of Object.entries(TENUS)) {
    const { id } = await unDossier(own.db, { campagneId })
    ids[objet] = id
    await own.db.dossier.update({ where: { id }, data: { objet } })
    if (Object.keys(tenus).length > 0) await remplir(id, tenus)
  }
})
afterAll(() => own.drop())

const params = (dite: Record<string, string>) => BannetteDossiersParams.parse({ campagne: code, vue: 'tous', ...dite })
const page = async (dite: Record<string, string>) => {
  const { lignes, ...reste } = await bannetteDossiers(own.db, params(dite), regard())
  return { ...reste, objets: lireLignesDossiers(lignes).map(({ objet }) => objet) }
}
const trie = (libelle: string, dir: 'asc' | 'desc', dite: Record<string, string> = {}) =>
  page({ sort: colonneDuService(libelle), dir, ...dite })

test.each<[Record<string, string>, string[]]>([
  [{ champ: 'rang', champMin: '9', champMax: '10' }, ['a', 'b']],
  [{ champ: 'RANG', champMin: '9,5' }, ['b', 'd']],
  [{ champ: 'Rang', champMax: '9' }, ['a', 'c']],
  [{ champ: 'cout', champMin: '90', champMax: '1 250,50 €' }, ['a', 'b', 'c']],
  [{ champ: 'Coût', champMin: '90,01' }, ['a', 'd']],
  [{ champ: 'Visite', champMin: '05/07/2027', champMax: '2027-07-06' }, ['a', 'd']],
  [{ champ: 'Visite', champMax: '31 décembre 2026' }, ['b']],
  [{ champ: 'Visite', champMin: '1/1/2028' }, ['c']],
  // A day is not an amount, and a text has no range.
  [{ champ: 'Coût', champMin: '05/07/2027' }, []],
  [{ champ: 'Avis', champMin: '0' }, []],
  [{ champ: 'Personne', champMin: '0' }, []],
  // What no kind reads is not set, and neither an end nor a field alone asks anything.
  [{ champ: 'Coût', champMin: 'beaucoup', champMax: '90' }, ['b', 'c']],
  [{ champ: 'Coût', champMin: 'beaucoup' }, ['a', 'b', 'c', 'd', 'e', 'f']],
  [{ champ: 'Coût' }, ['a', 'b', 'c', 'd', 'e', 'f']],
  [{ champMin: '90' }, ['a', 'b', 'c', 'd', 'e', 'f']],
])('the range %j leaves %j', async (dite, attendus) => {
  const { objets, total } = await page(dite)
  expect(objets.toSorted()).toEqual(attendus)
  expect(total).toBe(attendus.length)
})

const parId = (objets: string[]) => objets.toSorted((un, autre) => ((ids[un] ?? '') < (ids[autre] ?? '') ? -1 : 1))

test.each([
  ['Rang', [['c'], ['a'], ['b'], ['d']]],
  ['Coût', [['b', 'c'], ['a'], ['d']]],
  ['Visite', [['b'], ['a'], ['d'], ['c']]],
  ['avis', [['d'], ['b'], ['a'], ['c']]],
])(
  'by %s, numbers as numbers and days as days, ties by id, what is empty last either way, whatever the page',
  async (libelle, groupes) => {
    const monte = [...groupes.flatMap(parId), ...parId(['e', 'f'])]
    const descend = [...groupes.toReversed().flatMap((un) => parId(un).toReversed()), ...parId(['e', 'f']).toReversed()]
    for (const [dir, attendus] of [
      ['asc', monte],
      ['desc', descend],
    ] as const) {
      expect((await trie(libelle, dir)).objets, dir).toEqual(attendus)
      const ordre = ordreDe(params({ sort: colonneDuService(libelle), dir }))
      // A page of any size from any end, and from the key of any row: the same rows.
      const lire = async (marche: Partial<Parameters<typeof idsDeLaMarche>[1]>) => {
        const voulue = {
          conditions: [Prisma.sql`d.campagne_id = ${campagneId}::uuid`],
          place: null,
          large: true,
          vers: 'apres',
          limite: 6,
          saut: 0,
          ...marche,
        } as const
        const lus = await own.db.$queryRaw<{ id: string }[]>(idsDeLaMarche(ordre, voulue))
        return lus.map(({ id }) => Object.keys(ids).find((objet) => ids[objet] === id) ?? '').toSorted()
      }
      for (let saut = 0; saut < 6; saut += 1)
        for (const limite of [1, 2, 5]) {
          expect(await lire({ saut, limite })).toEqual(attendus.slice(saut, saut + limite).toSorted())
          expect(await lire({ saut, limite, vers: 'avant' })).toEqual(
            attendus
              .toReversed()
              .slice(saut, saut + limite)
              .toSorted(),
          )
        }
      for (const [rang, objet] of attendus.entries()) {
        const id = ids[objet] ?? ''
        const query = { sort: colonneDuService(libelle), dir, campagne: code, vue: 'tous' }
        const { place, ...voisins } = await voisinsDossier(
          own.db,
          { ...VoisinsDossierParams.parse(query), id },
          regard(),
        )
        const numero = async (celui: string | undefined) =>
          celui === undefined
            ? null
            : (await own.db.dossier.findUniqueOrThrow({ where: { id: ids[celui] ?? '' } })).numero
        expect([voisins.precedent, voisins.suivant]).toEqual([
          await numero(attendus[rang - 1]),
          await numero(attendus[rang + 1]),
        ])
        expect(await lire({ place: [...place] })).toEqual(attendus.slice(rang).toSorted())
        expect(await lire({ place: [...place], large: false, vers: 'avant' })).toEqual(
          attendus.slice(0, rang).toSorted(),
        )
        const apres = VoisinsDossierParams.parse({ ...query, place: JSON.stringify(place) })
        expect((await voisinsDossier(own.db, { ...apres, id }, regard())).place).toEqual(place)
      }
    }
  },
)

test('the export and « toute la sélection » have the lines of the screen, in its order', async () => {
  const dite = { sort: colonneDuService('Coût'), dir: 'desc', champ: 'Coût', champMin: '90' }
  const { objets } = await page(dite)
  expect(objets.slice(0, 2)).toEqual(['d', 'a'])
  expect(objets).toHaveLength(4)
  const choisis = await dossiersDuFiltre(own.db, params(dite), regard())
  expect(choisis).toEqual(objets.map((objet) => ids[objet]))
  const csv = await exporterDossiers(deps(), agent, {
    recherche: new URLSearchParams({ vue: 'tous', campagne: code, ...dite }).toString(),
    champs: ['objet'],
    format: 'csv',
  })
  const rangees = csv.ok ? csv.value.contenu.toString('utf8').split('\r\n').slice(1).filter(Boolean) : []
  expect(rangees.map((une) => une.split(';')[0])).toEqual(objets)
})

test('the dossier whose number is searched comes first, in the order of a field too', async () => {
  const { numero } = await own.db.dossier.findUniqueOrThrow({ where: { id: ids['e'] ?? '' } })
  expect((await trie('Coût', 'asc', { q: numero ?? '' })).objets[0]).toBe('e')
})

test('among many dossiers, neither the range nor a page of the order reads them all', async () => {
  const cout = (await champs(campagneId))['Coût'] ?? ''
  // Half of them hold an amount.
  await own.db
    .$executeRaw`INSERT INTO dossier SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'numero', '2031-' || lpad(n::text, 5, '0'),
    'champs_service', CASE WHEN n % 2 = 0 THEN jsonb_build_object(${cout}::text, (n * 100)::text) ELSE '{}' END))).*
    FROM dossier d, generate_series(1, 6000) n WHERE d.id = ${ids['e'] ?? ''}::uuid`
  for (const table of ['dossier', 'valeur_du_service']) await own.db.$executeRawUnsafe(`ANALYZE ${table}`)
  const plan = async (requete: Prisma.Sql) =>
    (await own.db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${requete}`))
      .map((une) => une['QUERY PLAN'])
      .join('\n')

  const [champ] = posesDe(params({ champ: 'Coût', champMin: '10', champMax: '20' }), agent.id).filter(
    ({ nom }) => nom === 'champ',
  )
  const intervalle = await plan(Prisma.sql`SELECT count(*) FROM dossier d WHERE ${champ?.sql ?? Prisma.empty}`)
  expect(intervalle).toContain('valeur_du_service_ordre_idx')
  expect(intervalle).not.toContain('Seq Scan')

  for (const dir of ['asc', 'desc'] as const)
    for (const place of [
      null,
      [dir === 'asc' ? 'false' : 'true', 'MONTANT', '300000', '1970-01-01', '', ids['a'] ?? ''],
    ]) {
      const ordre = ordreDe(params({ sort: colonneDuService('Coût'), dir }))
      const conditions = [conditionDeVue('tous', regard())]
      const lu = await plan(
        idsDeLaMarche(ordre, { conditions, place, large: true, vers: 'apres', limite: 51, saut: 0 }),
      )
      expect(lu).toContain('valeur_du_service_ordre_idx')
      expect(lu).not.toContain('Seq Scan')
    }
  const { objets, total } = await trie('Coût', 'desc')
  expect([objets.length, total]).toEqual([50, 6006])
  expect((await page({ service: champEnAdresse({ libelle: 'Coût', valeur: REMPLI }) })).total).toBe(3004)
})
