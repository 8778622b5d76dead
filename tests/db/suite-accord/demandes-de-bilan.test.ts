import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { ownDb } from '#support/own-db'
import { jugerBilan } from '#usecases/suite-accord/juger-bilan'
import { recevoirBilan, reprendreBilan } from '#usecases/suite-accord/recevoir-bilan'
import { suivreBilans } from '#usecases/suite-accord/suivre-bilans'
import { etatDuFait } from '#infra/stores/courriel/fait'
import type { Courriel } from '#prisma'
import { NOW, unAgent } from '../dossier/faits'
import { PLUS_TARD, SIGNATAIRE, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

/** Granted on the 13th of May 2025, its bilan owed by the 21st of August; a structure that can be written to. */
async function unBilan() {
  const { dossierId } = await unAccord(own.db, chef, { reglages: { bilanDuJours: 100, signataire: SIGNATAIRE } })
  await own.db.dossier.updateMany({ where: { id: dossierId }, data: { contactCourriel: 'ines@exemple.test' } })
  return dossierId
}
const passer = (le: string) => suivreBilans({ db: own.db, now: () => new Date(`${le}T09:00:00Z`) })
const courriels = (dossierId: string) =>
  own.db.courriel.findMany({ where: { dossierId, modele: 'demande_bilan' }, orderBy: { creeLe: 'asc' } })

test('the bilan is asked for once, 60 days before, then once more when it is late; it waits like any automatic mail', async () => {
  const dossierId = await unBilan()
  expect(await passer('2025-06-21')).toEqual({ demandes: 0 })
  expect(await passer('2025-06-22')).toEqual({ demandes: 1 })
  expect(await passer('2025-06-22')).toEqual({ demandes: 0 })
  const [demande, ...autres] = await courriels(dossierId)
  expect(autres).toEqual([])
  expect(demande).toMatchObject({ etat: 'A_ENVOYER', acteurType: 'SYSTEME', destinataire: 'ines@exemple.test' })
  expect(demande?.texte).toContain('21\u00a0août\u00a02025')
  expect(await own.db.outboxJob.count({ where: { payload: { equals: { courrielId: demande?.id } } } })).toBe(1)
  expect(await passer('2025-08-21')).toEqual({ demandes: 0 })
  expect(await passer('2025-08-22')).toEqual({ demandes: 1 })
  expect(await passer('2025-08-23')).toEqual({ demandes: 0 })
  const [, retard] = await courriels(dossierId)
  expect(retard).toMatchObject({ etat: 'A_ENVOYER' })
  expect(retard?.sujet).toContain('votre bilan n’est pas arrivé')
  const entrees = await own.db.entreeJournal.count({ where: { objetId: dossierId, acte: 'demanderBilan' } })
  expect(entrees).toBe(2)
})

test('it leads to the page of the bilan for what was deposited on the extranet, and to an answer elsewhere', async () => {
  const [ici, ailleurs] = [await unBilan(), await unBilan()]
  await own.db.dossier.update({ where: { id: ici }, data: { origine: 'EXTRANET' } })
  vi.stubEnv('PUBLIC_URL', 'https://mcei.exemple.test')
  await passer('2025-06-22')
  vi.unstubAllEnvs()
  const [mots, autres] = [(await courriels(ici))[0]?.texte ?? '', (await courriels(ailleurs))[0]?.texte ?? '']
  expect(mots).toContain(`https://mcei.exemple.test/extranet/dossiers/${ici}/bilan`)
  expect(mots).not.toContain('répondez à ce message')
  expect(autres).toContain('répondez à ce message')
  expect(autres).not.toContain('extranet')
  await own.db.bilanDeProjet.deleteMany()
})

test('a bilan that came is asked for no more, and the mail that waits is no longer true', async () => {
  const dossierId = await unBilan()
  await passer('2025-06-22')
  const [demande] = await courriels(dossierId)
  if (!demande) throw new Error('no mail')
  const annonce = { modele: 'demande_bilan', cleUnique: demande.cleUnique, dossierId, creeLe: demande.creeLe } as const
  expect(await etatDuFait(own.db, annonce, NOW)).toMatchObject({ tient: true })
  const le = new Date('2025-06-23T09:00:00Z')
  await recevoirBilan({ db: own.db, now: () => le }, chef, { ...(await vise(own.db, dossierId)), le: '2025-06-23' })
  expect(await etatDuFait(own.db, annonce, le)).toMatchObject({ tient: false })
  expect(await passer('2025-08-22')).toEqual({ demandes: 0 })
})

test('what was granted before, and what can still be taken back, is not written to', async () => {
  const ancien = await unBilan()
  await own.db.bilanDeProjet.updateMany({ where: { dossierId: ancien }, data: { prevenir: false } })
  expect(await passer('2025-06-22')).toEqual({ demandes: 0 })
  const frais = await unBilan()
  await own.db.bilanDeProjet.updateMany({ where: { dossierId: frais }, data: { duLe: new Date('2025-06-01') } })
  expect(await suivreBilans({ db: own.db, now: () => NOW })).toEqual({ demandes: 0 })
  expect(await suivreBilans({ db: own.db, now: () => PLUS_TARD })).toEqual({ demandes: 1 })
  expect([await courriels(ancien), (await courriels(frais)).length]).toEqual([[], 1])
})

const LE_23_JUIN = new Date('2025-06-23T09:00:00Z')
/** Received, then judged on this day; the mails of it that are not taken back. */
const juger = async (dossierId: string, le: Date, motif: string | null) =>
  jugerBilan({ db: own.db, now: () => le }, chef, {
    ...(await vise(own.db, dossierId)),
    ...{ verdict: motif === null ? ('CONFORME' as const) : ('A_COMPLETER' as const), motif: motif ?? '' },
    depenseCents: motif === null ? 900_000n : null,
  })
const vivants = async (dossierId: string) => (await courriels(dossierId)).filter(({ etat }) => etat !== 'ANNULE')
const tient = async ({ cleUnique, dossierId, creeLe }: Courriel, le: Date) =>
  (await etatDuFait(own.db, { modele: 'demande_bilan', cleUnique, dossierId, creeLe }, le)).tient

/** Received on the 23rd of June, and the only one that is owed. */
async function unBilanRecu() {
  await own.db.bilanDeProjet.deleteMany()
  const dossierId = await unBilan()
  const deps = { db: own.db, now: () => LE_23_JUIN }
  await recevoirBilan(deps, chef, { ...(await vise(own.db, dossierId)), le: '2025-06-23' })
  return dossierId
}

test('a bilan to complete is told five minutes later: what is missing, until when; judged anew before, it says the last words alone', async () => {
  const dossierId = await unBilanRecu()
  await juger(dossierId, LE_23_JUIN, 'Il manque les factures du car.')
  const [premier] = await vivants(dossierId)
  expect(premier).toMatchObject({ etat: 'A_ENVOYER', acteurType: 'AGENT', destinataire: 'ines@exemple.test' })
  expect(premier?.partirLe).toEqual(new Date(LE_23_JUIN.getTime() + 5 * 60_000))
  expect(premier?.texte).toContain('Il manque les factures du car.')
  expect(premier?.texte).toContain('21\u00a0août\u00a02025')
  const apres = new Date(LE_23_JUIN.getTime() + 60_000)
  await juger(dossierId, apres, 'Il manque le compte rendu financier.')
  const [second, ...autres] = await vivants(dossierId)
  expect(autres).toEqual([])
  expect(second?.texte).toContain('Il manque le compte rendu financier.')
  if (!premier || !second) throw new Error('no mail')
  expect([await tient(premier, apres), await tient(second, apres)]).toEqual([false, true])
  expect(await own.db.outboxJob.count({ where: { payload: { equals: { courrielId: premier.id } } } })).toBe(0)
  await juger(dossierId, new Date(apres.getTime() + 60_000), null)
  expect([await vivants(dossierId), await tient(second, apres)]).toEqual([[], false])
})

test('told late, it has the days of the règlement, is reminded once they have passed, and what comes again is asked for no more', async () => {
  const dossierId = await unBilanRecu()
  const tard = new Date('2025-09-01T09:00:00Z')
  await juger(dossierId, tard, 'Il manque les factures du car.')
  const bilan = () => own.db.bilanDeProjet.findUniqueOrThrow({ where: { dossierId } })
  expect(await bilan()).toMatchObject({ duLe: new Date('2025-09-22'), duLeAvant: new Date('2025-08-21') })
  const passerLe = async (le: string) => [await passer(le), (await vivants(dossierId)).length]
  expect(await passerLe('2025-09-22')).toEqual([{ demandes: 0 }, 1])
  expect(await passerLe('2025-09-23')).toEqual([{ demandes: 1 }, 2])
  expect(await passerLe('2025-09-24')).toEqual([{ demandes: 0 }, 2])
  const rappel = (await courriels(dossierId)).at(-1)
  expect(rappel).toMatchObject({ etat: 'A_ENVOYER', acteurType: 'SYSTEME' })
  expect(rappel?.sujet).toContain('votre bilan reste à compléter')
  expect(rappel?.texte).toContain('Il manque les factures du car.')
  const le = new Date('2025-09-24T10:00:00Z')
  await recevoirBilan({ db: own.db, now: () => le }, chef, { ...(await vise(own.db, dossierId)), le: '2025-09-24' })
  expect(await vivants(dossierId)).toEqual([])
  await reprendreBilan({ db: own.db, now: () => le }, chef, await vise(own.db, dossierId))
  expect(await bilan()).toMatchObject({ duLe: new Date('2025-08-21'), duLeAvant: null, recuLe: null })
})

test('what was found to complete before a mail told it is not reminded', async () => {
  const dossierId = await unBilanRecu()
  const jadis = {
    verdict: 'A_COMPLETER' as const,
    motif: 'Il manque les factures du car.',
    jugeLe: LE_23_JUIN,
    jugeParId: chef.id,
  }
  await own.db.bilanDeProjet.update({ where: { dossierId }, data: jadis })
  await passer('2025-08-22')
  expect(await courriels(dossierId)).toEqual([])
})
