import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { ownDb } from '#support/own-db'
import { recevoirBilan } from '#usecases/suite-accord/recevoir-bilan'
import { suivreBilans } from '#usecases/suite-accord/suivre-bilans'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { NOW, unAgent } from '../dossier/faits'
import { PLUS_TARD, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

const SIGNATAIRE = {
  ...{ prenom: 'Odile', nom: 'Essai', qualite: 'Cheffe de mission', service: 'MCEI' },
  ...{ adresse: '1 rue du Test, 62000 Arras', telephone: '03 21 00 00 00', courriel: 'mcei@exemple.test' },
}
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
