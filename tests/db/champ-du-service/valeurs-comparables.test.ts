import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { ownDb } from '#support/own-db'
import { until } from '#support/until'
import { ajouterChamp, modifierChamp } from '#usecases/champ-du-service/regler-champs'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
const deps = () => ({ db: own.db, now: () => NOW })
beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

const champs = async (campagneId: string) =>
  Object.fromEntries(
    (await own.db.champDuService.findMany({ where: { campagneId } })).map(({ libelle, id }) => [libelle, id]),
  )
const ajouter = (code: string, libelle: string, type: 'NOMBRE' | 'MONTANT' | 'DATE' | 'TEXTE' = 'NOMBRE') =>
  ajouterChamp(deps(), chef, { code, libelle, type, choix: [], repond: 'SERVICE', aide: '' })

const tenus = async (dossierId: string) =>
  (await own.db.valeurDuService.findMany({ where: { dossierId }, orderBy: { nom: 'asc' } })).map(
    ({ nom, type, nombre, jour, texte }) =>
      `${nom} ${type} ${type === 'DATE' ? jour.toISOString().slice(0, 10) : type === 'TEXTE' ? texte : nombre.toString()}`,
  )

test('what cannot be read as its kind is as if empty, and nothing throws', async () => {
  const { id } = await unDossier(own.db)
  const campagne = await uneCampagne(own.db)
  await ajouter(campagne.code, 'Rang')
  await ajouter(campagne.code, 'Coût', 'MONTANT')
  await ajouter(campagne.code, 'Visite', 'DATE')
  await ajouter(campagne.code, 'Avis', 'TEXTE')
  const siens = await champs(campagne.id)
  const [rang = '', cout = '', visite = '', avis = ''] = ['Rang', 'Coût', 'Visite', 'Avis'].map((nom) => siens[nom])
  const ecrire = (champsService: object) => own.db.dossier.update({ where: { id }, data: { champsService } })
  for (const faux of [
    'douze',
    '1e3',
    'NaN',
    '1.',
    '12 ',
    '9'.repeat(200),
    '2027-02-31',
    '0000-00-00',
    '',
    'infinity',
  ]) {
    await ecrire({ [rang]: faux, [cout]: faux, [visite]: faux })
    expect(await tenus(id), faux).toEqual([])
  }
  await ecrire({ [rang]: { a: 1 }, [cout]: null, [visite]: 'now', 'pas-un-champ': '1', [avis]: 'Été' })
  expect(await tenus(id)).toEqual(['avis TEXTE ete'])
  await ecrire({ [rang]: '-0.5', [cout]: '125050', [visite]: '2028-02-29' })
  expect(await tenus(id)).toEqual(['cout MONTANT 125050', 'rang NOMBRE -0.5', 'visite DATE 2028-02-29'])
  await ecrire({})
  expect(await tenus(id)).toEqual([])
})

test('a field that is renamed keeps what it holds under its new name, and who fills it in meanwhile waits for that name', async () => {
  const campagne = await uneCampagne(own.db)
  await ajouter(campagne.code, 'Avant')
  const champ = await own.db.champDuService.findFirstOrThrow({ where: { campagneId: campagne.id } })
  const deux = [
    await unDossier(own.db, { campagneId: campagne.id }),
    await unDossier(own.db, { campagneId: campagne.id }),
  ]
  const [un = '', autre = ''] = deux.map(({ id }) => id)
  const ecrire = (id: string, valeur: string) =>
    own.db.dossier.update({ where: { id }, data: { champsService: { [champ.id]: valeur } } })
  await ecrire(un, '7')
  let finie = false
  const remplie = await own.db.$transaction(async (tx) => {
    await tx.champDuService.update({ where: { id: champ.id }, data: { libelle: 'Après' } })
    const ecriture = ecrire(autre, '8').then(() => {
      finie = true
    })
    await until('who fills in to wait', async () => {
      const [attente] = await own.db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return finie || attente?.n === 1
    })
    return { ecriture }
  })
  await remplie.ecriture
  expect(await tenus(un)).toEqual(['apres NOMBRE 7'])
  expect(await tenus(autre)).toEqual(['apres NOMBRE 8'])
  const { version } = await own.db.champDuService.findUniqueOrThrow({ where: { id: champ.id } })
  const saisie = { libelle: 'Enfin', choix: [], repond: 'SERVICE', aide: '' } as const
  await modifierChamp(deps(), chef, { code: campagne.code, champId: champ.id, version, ...saisie })
  expect([await tenus(un), await tenus(autre)]).toEqual([['enfin NOMBRE 7'], ['enfin NOMBRE 8']])
})

test('of two fields of one name, that of the campagne of the dossier counts', async () => {
  const [une, suivante] = [await uneCampagne(own.db), await uneCampagne(own.db)]
  for (const { code: de } of [une, suivante]) await ajouter(de, 'Note')
  const { id } = await unDossier(own.db, { campagneId: une.id })
  const [ancienne = '', neuve = ''] = [(await champs(une.id))['Note'], (await champs(suivante.id))['Note']]
  await own.db.dossier.update({ where: { id }, data: { champsService: { [ancienne]: '1', [neuve]: '2' } } })
  expect(await tenus(id)).toEqual(['note NOMBRE 1'])
  await own.db.dossier.update({ where: { id }, data: { campagneId: suivante.id } })
  expect(await tenus(id)).toEqual(['note NOMBRE 2'])
})
