import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { fromDate } from '#domain/temps/jour'
import { diskStorage, newKey } from '#infra/storage'
import { ownDb } from '#support/own-db'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { deposerAccuses } from '#usecases/seance/deposer-accuses'
import { enregistrerAccuses } from '#usecases/seance/enregistrer-accuses'
import { NOW } from '../dossier/faits'
import { APRES, seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
let dossier: string
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
  dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-accuses-'))
})
afterAll(async () => {
  await rm(dossier, { recursive: true, force: true })
  await own.drop()
})

/** A séance that was voted and whose délibération is numbered, and waits for the préfecture. */
async function deliberee() {
  monde.horloge.now = NOW
  const { seanceId, lignes } = await monde.uneListe(await monde.unPropose())
  await monde.voter(lignes[0])
  monde.horloge.now = APRES
  const answer = await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  if (!answer.ok) throw new Error(answer.reason)
  return { seanceId, numero: answer.value.numero }
}

async function deposer(rangees: string[], par = monde.chef) {
  const storage = diskStorage(dossier)
  const cle = newKey('lots')
  await storage.put(cle, Buffer.from(['Numéro de l’acte;Date de réception en préfecture', ...rangees].join('\n')))
  return deposerAccuses({ ...monde.deps, storage }, par, { nom: 'accuses.csv', cle })
}

async function voir(rangees: string[]) {
  const answer = await deposer(rangees)
  if (!answer.ok) throw new Error(answer.reason)
  const vus = answer.value.flatMap((une) =>
    une.refus === null
      ? { id: une.deliberation.seance.id, version: une.deliberation.seance.version, executoireLe: une.recueLe }
      : [],
  )
  return { vus, refus: answer.value.map(({ refus }) => refus) }
}

const executoireLe = async (seanceId: string) => {
  const { executoireLe: jour } = await own.db.deliberation.findUniqueOrThrow({ where: { seanceId } })
  return jour && fromDate(jour)
}
const entrees = (objetId: string) => own.db.entreeJournal.findMany({ where: { acte: 'rendreExecutoire', objetId } })
const lettres = (seanceId: string) =>
  own.db.outboxJob.count({ where: { name: 'seance.dessiner', payload: { equals: { seanceId } } } })
const traces = async ({ seanceId }: { seanceId: string }) => [
  await executoireLe(seanceId),
  (await entrees(seanceId)).length,
  await lettres(seanceId),
]

test('the days of a file are looked at, then written as when they are typed; the same file again adds nothing', async () => {
  const [une, autre] = [await deliberee(), await deliberee()]
  const rangees = [
    `n° ${une.numero};19/06/2025 10:32:15`,
    `CP ${autre.numero};20/06/2025`,
    '2031-001;19/06/2025',
    `${autre.numero};20/06/2025`,
  ]
  const { vus, refus } = await voir(rangees)
  expect(refus).toEqual([null, null, 'INCONNUE', 'EN_DOUBLE'])
  expect([await traces(une), await traces(autre)]).toEqual([
    [null, 0, 0],
    [null, 0, 0],
  ])

  const faites = [une.numero, autre.numero]
  expect(await enregistrerAccuses(monde.deps, monde.chef, vus)).toEqual({ faites, refusees: [] })
  expect([await traces(une), await traces(autre)]).toEqual([
    ['2025-06-19', 1, 1],
    ['2025-06-20', 1, 1],
  ])
  expect((await entrees(une.seanceId))[0]).toMatchObject({
    acteurId: monde.chef.id,
    objet: 'seance',
    detail: { numero: une.numero, executoireLe: '2025-06-19' },
  })

  expect(await voir(rangees)).toEqual({ vus: [], refus: ['DEJA_CE_JOUR', 'DEJA_CE_JOUR', 'INCONNUE', 'DEJA_CE_JOUR'] })
  expect((await voir([`${une.numero};18/06/2025`])).refus).toEqual(['DEJA_EXECUTOIRE'])
  const encore = await enregistrerAccuses(monde.deps, monde.chef, vus)
  expect(encore).toEqual({ faites: [], refusees: faites.map((numero) => ({ numero, reason: 'CHANGEE' })) })
  expect([await traces(une), await traces(autre)]).toEqual([
    ['2025-06-19', 1, 1],
    ['2025-06-20', 1, 1],
  ])
})

test('a séance that moved between the look and the yes is refused alone, and the rest is written', async () => {
  const [avant, changee, apres] = [await deliberee(), await deliberee(), await deliberee()]
  const { vus } = await voir([avant, changee, apres].map(({ numero }) => `${numero};19/06/2025`))
  expect(vus).toHaveLength(3)
  await rendreExecutoire(monde.deps, monde.chef, {
    ...(await monde.vise(changee.seanceId)),
    executoireLe: '2025-06-17',
  })
  expect(await enregistrerAccuses(monde.deps, monde.chef, vus)).toEqual({
    faites: [avant.numero, apres.numero],
    refusees: [{ numero: changee.numero, reason: 'CHANGEE' }],
  })
  expect(await traces(avant)).toEqual(['2025-06-19', 1, 1])
  expect(await traces(changee)).toEqual(['2025-06-17', 1, 1])
  expect(await traces(apres)).toEqual(['2025-06-19', 1, 1])
})

test('what is posted is judged again by the rule of the act, whatever was shown', async () => {
  const une = await deliberee()
  const vu = async (jour: string) => [{ ...(await monde.vise(une.seanceId)), executoireLe: jour }]
  const refusees = async (jour: string) =>
    (await enregistrerAccuses(monde.deps, monde.chef, await vu(jour))).refusees.map(({ reason }) => reason)
  expect(await refusees('2025-06-15')).toEqual(['AVANT_LA_DELIBERATION'])
  expect(await refusees('2025-06-21')).toEqual(['JOUR_A_VENIR'])
  const inconnue = [{ id: crypto.randomUUID(), version: 1, executoireLe: '2025-06-19' }]
  expect(await enregistrerAccuses(monde.deps, monde.chef, inconnue)).toEqual({
    faites: [],
    refusees: [{ numero: '', reason: 'CHANGEE' }],
  })
  expect(await traces(une)).toEqual([null, 0, 0])
})

test('who may not enter votes neither looks at a file nor records one', async () => {
  const une = await deliberee()
  await expect(deposer([`${une.numero};19/06/2025`], monde.agent)).rejects.toThrow(Forbidden)
  const { vus } = await voir([`${une.numero};19/06/2025`])
  await expect(enregistrerAccuses(monde.deps, monde.agent, vus)).rejects.toThrow(Forbidden)
  await expect(enregistrerAccuses(monde.deps, monde.agent, [])).rejects.toThrow(Forbidden)
  expect(await traces(une)).toEqual([null, 0, 0])
})

test('a file that is none is refused in words', async () => {
  expect(await deposer([])).toEqual({ ok: false, reason: 'AUCUNE_LIGNE' })
  const storage = diskStorage(dossier)
  const cle = newKey('lots')
  await storage.put(cle, Buffer.from('Numéro;Objet\n1;2'))
  expect(await deposerAccuses({ ...monde.deps, storage }, monde.chef, { nom: 'x.csv', cle })).toMatchObject({
    reason: 'ILLISIBLE',
    detail: expect.stringContaining('Date de réception en préfecture'),
  })
})
