import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { diskStorage, newKey } from '#infra/storage'
import { ownDb } from '#support/own-db'
import { annulerVersement } from '#usecases/suite-accord/annuler-versement'
import { deposerVersements } from '#usecases/suite-accord/deposer-versements'
import { unAgent } from '../dossier/faits'
import { lotsDans } from '../lot-actes/faits-lots'
import { PLUS_TARD, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let dossier: string
const deps = () => ({ db: own.db, now: () => PLUS_TARD })
const lots = lotsDans(() => own.db, deps) // prettier-ignore

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
  dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-versements-'))
})
afterAll(async () => {
  await rm(dossier, { recursive: true, force: true })
  await own.drop()
})

async function deposer(rangees: string[], par = chef) {
  const storage = diskStorage(dossier)
  const cle = newKey('lots')
  const texte = ['Numéro de dossier;Nature;Montant;Date;Référence', ...rangees].join('\n')
  await storage.put(cle, Buffer.from(texte))
  return deposerVersements({ ...deps(), storage }, par, { nom: 'versements.csv', cle })
}
const depose = async (rangees: string[]) => {
  const answer = await deposer(rangees)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.lotId
}
const faire = async (lotId: string) => {
  await lots.lancer(chef, lotId)
  await lots.traiter(lotId)
  await lots.traiter(lotId)
}
async function accord() {
  const { dossierId } = await unAccord(own.db, chef)
  const { numero } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  return { dossierId, numero: numero ?? '' }
}
const verse = async (dossierId: string) =>
  (await own.db.decision.findUniqueOrThrow({ where: { dossierId } })).verseCents

test('the payments of the accountants are shown line by line, recorded after the yes, and the same file twice adds nothing', async () => {
  const [un, trop] = [await accord(), await accord()]
  const rangees = [
    `${un.numero};Solde;500,00;13/05/2025;M-2`,
    `${un.numero};Acompte;3 000,00;06/05/2025;M-1`,
    `${trop.numero};Acompte;4 500,01;06/05/2025;M-3`,
    '2025-99999;Acompte;10;06/05/2025;M-4',
    `${un.numero};Acompte;dix;06/05/2025;M-5`,
  ]
  await expect(deposer(rangees, await unAgent(own.db))).rejects.toThrow(Forbidden)
  const lotId = await depose(rangees)
  const vu = await lots.lire(lotId)
  expect(vu.rejets).toEqual([expect.stringMatching(/^Ligne 5, .*aucun dossier/), expect.stringMatching(/^Ligne 6, .*montant/)]) // prettier-ignore
  expect(vu.lignes.map(({ etat, motif, effet }) => [etat, motif ?? effet])).toEqual([
    ['PRETE', expect.stringMatching(/^Acompte de 3\s000,00\s€, le 06\/05\/2025 \(M-1\)\. Solde de 500,00/)],
    ['ECARTEE', expect.stringMatching(/^Référence M-3\s: .*montant voté/)],
  ])
  expect(await own.db.versement.count()).toBe(0)
  await faire(lotId)
  expect(await lots.etats(lotId)).toEqual(['FAITE', 'ECARTEE'])
  expect([await verse(un.dossierId), await verse(trop.dossierId)]).toEqual([350_000n, 0n])
  const acte = 'enregistrerVersement'
  expect(await own.db.entreeJournal.count({ where: { acte, objetId: un.dossierId } })).toBe(2)

  const encore = await lots.lire(await depose(rangees.slice(0, 2)))
  expect(encore.lignes).toEqual([])
  expect(encore.rejets).toEqual([expect.stringMatching(/déjà enregistré/), expect.stringMatching(/déjà enregistré/)])
  expect(await verse(un.dossierId)).toBe(350_000n)
})

test('of the payments of one dossier all are recorded or none, and a cancelled one is not brought back', async () => {
  const { dossierId, numero } = await accord()
  const lotId = await depose([`${numero};Acompte;4 000,00;06/05/2025;M-1`, `${numero};Solde;1 000,00;13/05/2025;M-2`])
  expect((await lots.lire(lotId)).lignes).toMatchObject([{ etat: 'ECARTEE' }])
  expect(await verse(dossierId)).toBe(0n)
  await faire(await depose([`${numero};Acompte;100,00;06/05/2025;M-1`]))
  const { id: versementId } = await own.db.versement.findFirstOrThrow({ where: { dossierId } })
  const motif = 'Ce mandat est d’un autre dossier.'
  await annulerVersement(deps(), chef, { ...(await vise(own.db, dossierId)), versementId, motif })
  const { rejets } = await lots.lire(await depose([`${numero};Acompte;100,00;06/05/2025;M-1`]))
  expect(rejets).toEqual([expect.stringMatching(/a été annulé ici/)])
  expect(await verse(dossierId)).toBe(0n)
})
