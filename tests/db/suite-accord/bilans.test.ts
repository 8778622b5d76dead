import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import type { VueDossiers } from '#domain/dossier/vues'
import { Conflict } from '#infra/errors'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { suitesDossier } from '#queries/suite-accord/suites-dossier'
import { ownDb } from '#support/own-db'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { enregistrerVersement } from '#usecases/suite-accord/enregistrer-versement'
import { jugerBilan } from '#usecases/suite-accord/juger-bilan'
import { recevoirBilan, reprendreBilan } from '#usecases/suite-accord/recevoir-bilan'
import { NOW, nothingWritten, unAgent } from '../dossier/faits'
import { PLUS_TARD, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let agent: Agent
const deps = (now = PLUS_TARD) => ({ db: own.db, now: () => now })

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
  agent = await unAgent(own.db)
})
afterAll(() => own.drop())

async function liste(vue: VueDossiers, now = PLUS_TARD): Promise<string[]> {
  const regard = { moi: chef.id, now }
  const { lignes, total } = await bannetteDossiers(own.db, BannetteDossiersParams.parse({ vue }), regard)
  const rows = lireLignesDossiers(lignes)
  expect(total).toBe(rows.length)
  return rows.map(({ id }) => id)
}
const recevoir = async (dossierId: string, le = '2025-05-13', qui = agent) =>
  recevoirBilan(deps(), qui, { ...(await vise(own.db, dossierId)), le })
const juger = async (dossierId: string, verdict: 'CONFORME' | 'A_COMPLETER', depenseCents: bigint | null = null) =>
  jugerBilan(deps(), agent, {
    ...(await vise(own.db, dossierId)),
    ...{ verdict, depenseCents, motif: verdict === 'A_COMPLETER' ? 'Il manque les factures.' : '' },
  })
const verser = async (dossierId: string, montantCents: bigint) =>
  enregistrerVersement(deps(), chef, {
    ...(await vise(own.db, dossierId)),
    ...{ nature: 'ACOMPTE' as const, montantCents, le: '2025-05-13', reference: `M-${montantCents}` },
  })

test('a grant is owed a bilan, that comes, is to complete, comes again and is in order', async () => {
  const { dossierId } = await unAccord(own.db, chef, { reglages: { bilanDuJours: 10 } })
  const { bilan } = await suitesDossier(own.db, dossierId, PLUS_TARD)
  expect(bilan).toMatchObject({ duLe: '2025-05-23', etat: 'ATTENDU' })
  expect([await liste('bilans-attendus'), await liste('bilans-en-retard')]).toEqual([[dossierId], []])
  const tard = new Date('2025-05-24T08:00:00Z')
  expect([await liste('bilans-attendus', tard), await liste('bilans-en-retard', tard)]).toEqual([[], [dossierId]])

  await expect(recevoir(dossierId, '2025-05-13', await unAgent(own.db, 'LECTEUR'))).rejects.toThrow(Forbidden)
  const tot = () => juger(dossierId, 'CONFORME', 1n)
  expect(await nothingWritten(own.db, dossierId, tot)).toMatchObject({ reason: 'PAS_RECU' })
  const vieux = await vise(own.db, dossierId)
  expect(await recevoir(dossierId)).toMatchObject({ ok: true })
  await expect(recevoirBilan(deps(), agent, { ...vieux, le: '2025-05-13' })).rejects.toThrow(Conflict)
  expect([await liste('bilans-attendus'), await liste('bilans-a-examiner')]).toEqual([[], [dossierId]])
  expect(await juger(dossierId, 'A_COMPLETER')).toMatchObject({ ok: true })
  expect([await liste('bilans-attendus'), await liste('bilans-a-examiner')]).toEqual([[dossierId], []])
  expect(await recevoir(dossierId)).toMatchObject({ ok: true })
  expect(await juger(dossierId, 'CONFORME', 900_000n)).toMatchObject({ ok: true })
  for (const vue of ['bilans-attendus', 'bilans-en-retard', 'bilans-a-examiner'] as const)
    expect(await liste(vue, tard)).toEqual([])
  expect(await reprendreBilan(deps(), agent, await vise(own.db, dossierId))).toMatchObject({ ok: true })
  expect(await liste('bilans-attendus')).toEqual([dossierId])
  const entrees = await own.db.entreeJournal.findMany({
    where: { objetId: dossierId, acte: { endsWith: 'Bilan' } },
    orderBy: { id: 'asc' },
  })
  expect(entrees.map(({ acte }) => acte)).toEqual(
    ['recevoirBilan', 'jugerBilan', 'recevoirBilan', 'jugerBilan', 'reprendreBilan'], // prettier-ignore
  )
  await own.db.bilanDeProjet.deleteMany()
})

test('a bilan in order makes the solde due, or what is to be given back', async () => {
  const { dossierId: plein } = await unAccord(own.db, chef)
  const { dossierId: moindre } = await unAccord(own.db, chef)
  await own.db.dossier.updateMany({ where: { id: moindre }, data: { coutTotalCents: 1_000_000n } })
  for (const id of [plein, moindre]) {
    await verser(id, 300_000n)
    await recevoir(id)
  }
  expect(await liste('a-verser')).not.toContain(plein)
  await juger(plein, 'CONFORME', 900_000n)
  // Half of what was planned was spent: half of 4 500 € is due, of the 3 000 € that were paid.
  expect(await juger(moindre, 'CONFORME', 500_000n)).toMatchObject({ value: { aRendreCents: 75_000n } })
  const aVerser = await liste('a-verser')
  expect(aVerser).toContain(plein)
  expect(aVerser).not.toContain(moindre)
  expect((await suitesDossier(own.db, moindre, PLUS_TARD)).bilan).toMatchObject({ aRendreCents: 75_000n })
  const rendu = { nature: 'REVERSEMENT' as const, montantCents: 75_000n, le: '2025-05-13', reference: 'T-1' }
  await enregistrerVersement(deps(), chef, { ...(await vise(own.db, moindre)), ...rendu })
  expect((await suitesDossier(own.db, moindre, PLUS_TARD)).bilan).toMatchObject({ aRendreCents: 0n })
})

test('once what is due of it is paid, a grant is not to be paid any more, whatever was granted', async () => {
  const { dossierId } = await unAccord(own.db, chef)
  const { dossierId: sansDepense } = await unAccord(own.db, chef)
  await own.db.dossier.updateMany({ where: { id: dossierId }, data: { coutTotalCents: 1_000_000n } })
  await verser(dossierId, 200_000n)
  await recevoir(dossierId)
  // Half of what was planned was spent: 2 250 € are due, of which 2 000 € are paid.
  await juger(dossierId, 'CONFORME', 500_000n)
  expect(await liste('a-verser')).toContain(dossierId)
  await verser(dossierId, 25_000n)
  expect(await liste('a-verser')).not.toContain(dossierId)
  await juger(dossierId, 'CONFORME', 500_100n)
  expect(await liste('a-verser')).toContain(dossierId)

  expect(await liste('a-verser')).toContain(sansDepense)
  await recevoir(sansDepense)
  await juger(sansDepense, 'CONFORME', 0n)
  expect(await liste('a-verser')).not.toContain(sansDepense)
})

test('a grant that is taken back owes nothing any more', async () => {
  const { dossierId } = await unAccord(own.db, chef)
  expect(await reprendreDecision(deps(NOW), chef, await vise(own.db, dossierId))).toMatchObject({ ok: true })
  expect((await suitesDossier(own.db, dossierId, PLUS_TARD)).bilan).toBeNull()
  expect(await recevoir(dossierId)).toMatchObject({ reason: 'SANS_BILAN' })
})
