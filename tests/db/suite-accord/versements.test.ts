import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import type { NatureVersement, Versement } from '#domain/suite-accord/versement'
import { Conflict } from '#infra/errors'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { agregatsRapport } from '#queries/rapport/agregats-rapport'
import { rowsDossiers } from '#queries/rapport/rows-rapport'
import { suitesDossier } from '#queries/suite-accord/suites-dossier'
import { ownDb } from '#support/own-db'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { annulerVersement } from '#usecases/suite-accord/annuler-versement'
import { enregistrerVersement } from '#usecases/suite-accord/enregistrer-versement'
import { reprendreConvention, signerConvention } from '#usecases/suite-accord/signer-convention'
import { NOW, nothingWritten, race, unAgent } from '../dossier/faits'
import { PLUS_TARD, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
const deps = (now = PLUS_TARD) => ({ db: own.db, now: () => now })

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

const un = (nature: NatureVersement, montantCents: bigint, reference: string): Versement => ({
  ...{ nature, montantCents, reference },
  le: '2025-05-13',
})
const verser = async (dossierId: string, versement: Versement, agent = chef) =>
  enregistrerVersement(deps(), agent, { ...(await vise(own.db, dossierId)), ...versement })
const decisionDe = (dossierId: string) => own.db.decision.findUniqueOrThrow({ where: { dossierId } })
const MOTIF = 'Ce mandat est d’un autre dossier.'

test('a responsable records what is paid; what it adds up to is kept with the decision, whatever is cancelled since', async () => {
  const { dossierId } = await unAccord(own.db, chef)
  const instructeur = await unAgent(own.db)
  await expect(verser(dossierId, un('ACOMPTE', 1n, 'M'), instructeur)).rejects.toThrow(Forbidden)
  expect(await verser(dossierId, un('ACOMPTE', 300_000n, 'M-1'))).toMatchObject({ ok: true })
  expect(await decisionDe(dossierId)).toMatchObject({ verseCents: 300_000n, soldeLe: null })
  const double = () => verser(dossierId, un('ACOMPTE', 300_000n, ' M-1 '))
  expect(await nothingWritten(own.db, dossierId, double)).toMatchObject({ reason: 'DEJA_ENREGISTRE' })
  const trop = () => verser(dossierId, un('SOLDE', 150_001n, 'M-2'))
  expect(await nothingWritten(own.db, dossierId, trop)).toMatchObject({ reason: 'PLUS_QUE_ACCORDE' })
  expect(await verser(dossierId, un('SOLDE', 150_000n, 'M-2'))).toMatchObject({ ok: true })
  expect(await verser(dossierId, un('REVERSEMENT', 50_000n, 'T-1'))).toMatchObject({ ok: true })
  expect(await decisionDe(dossierId)).toMatchObject({ verseCents: 400_000n, soldeLe: new Date('2025-05-13') })
  expect(await verser(dossierId, un('ACOMPTE', 1n, 'M-3'))).toMatchObject({ reason: 'DEJA_SOLDE' })

  const { accord, versements } = await suitesDossier(own.db, dossierId, PLUS_TARD)
  expect(accord).toMatchObject({ verseCents: 400_000n, resteCents: 50_000n, payableDes: '2025-05-05' })
  const solde = versements.find(({ nature }) => nature === 'SOLDE')
  const annulation = { versementId: solde?.id ?? '', motif: MOTIF }
  const vu = await vise(own.db, dossierId)
  await expect(annulerVersement(deps(), instructeur, { ...vu, ...annulation })).rejects.toThrow(Forbidden)
  expect(await annulerVersement(deps(), chef, { ...vu, ...annulation })).toMatchObject({ ok: true })
  await expect(annulerVersement(deps(), chef, { ...vu, ...annulation })).rejects.toThrow(Conflict)
  expect(await decisionDe(dossierId)).toMatchObject({ verseCents: 250_000n, soldeLe: null })
  expect((await suitesDossier(own.db, dossierId, PLUS_TARD)).versements).toHaveLength(3)
  const entrees = await own.db.entreeJournal.findMany({
    where: { objetId: dossierId, acte: { in: ['enregistrerVersement', 'annulerVersement'] } },
    orderBy: { id: 'asc' },
  })
  expect(entrees.map(({ acte }) => acte)).toEqual([
    ...Array<string>(3).fill('enregistrerVersement'),
    'annulerVersement',
  ])
  expect(entrees[3]?.detail).toMatchObject({ reference: 'M-2', montantCents: '150000', motif: MOTIF })
})

test('a payment of another dossier is not cancelled from here', async () => {
  const [ici, ailleurs] = [await unAccord(own.db, chef), await unAccord(own.db, chef)]
  await verser(ailleurs.dossierId, un('ACOMPTE', 100n, 'M-1'))
  const { versements } = await suitesDossier(own.db, ailleurs.dossierId, PLUS_TARD)
  const visee = { ...(await vise(own.db, ici.dossierId)), versementId: versements[0]?.id ?? '', motif: MOTIF }
  expect(await annulerVersement(deps(), chef, visee)).toMatchObject({ reason: 'VERSEMENT_INCONNU' })
})

test('of two at the same instant, one is recorded', async () => {
  const { dossierId } = await unAccord(own.db, chef)
  const vu = await vise(own.db, dossierId)
  const payer = (reference: string) => () =>
    enregistrerVersement(deps(), chef, { ...vu, ...un('ACOMPTE', 300_000n, reference) })
  const { won } = await race(payer('M-1'), payer('M-2'))
  expect(won).toHaveLength(1)
  expect(await decisionDe(dossierId)).toMatchObject({ verseCents: 300_000n })
})

test('nothing is paid while the decision can be taken back, and what is paid holds it', async () => {
  const { dossierId } = await unAccord(own.db, chef)
  const vu = await vise(own.db, dossierId)
  const tot = await enregistrerVersement(deps(NOW), chef, { ...vu, ...un('ACOMPTE', 100n, 'M-1') })
  expect(tot).toMatchObject({ reason: 'ENCORE_REPRENABLE' })
  await verser(dossierId, un('ACOMPTE', 100n, 'M-1'))
  const rouvrir = { ...(await vise(own.db, dossierId)), motif: 'Le vote était irrégulier.', avertissementLu: true }
  const refus = () => rouvrirDecision(deps(), chef, rouvrir)
  expect(await nothingWritten(own.db, dossierId, refus)).toMatchObject({ reason: 'DEJA_VERSE' })
  const reprise = async () => reprendreDecision(deps(NOW), chef, await vise(own.db, dossierId))
  expect(await nothingWritten(own.db, dossierId, reprise)).toMatchObject({ reason: 'DEJA_VERSE' })
})

test('a grant above the threshold is paid once its convention is signed, which then stands', async () => {
  const { dossierId } = await unAccord(own.db, chef, { reglages: { seuilConventionCents: 449_999 } })
  expect(await decisionDe(dossierId)).toMatchObject({ conventionRequise: true, conventionSigneeLe: null })
  const agent = await unAgent(own.db)
  const lecteur = await unAgent(own.db, 'LECTEUR')
  expect(await verser(dossierId, un('ACOMPTE', 100n, 'M-1'))).toMatchObject({ reason: 'CONVENTION_A_SIGNER' })
  const signer = async (qui: Agent, le: string) =>
    signerConvention(deps(), qui, { ...(await vise(own.db, dossierId)), le })
  await expect(signer(lecteur, '2025-05-12')).rejects.toThrow(Forbidden)
  expect(await signer(agent, '2025-05-14')).toMatchObject({ reason: 'JOUR_A_VENIR' })
  expect(await signer(agent, '2025-05-12')).toMatchObject({ ok: true })
  expect(await verser(dossierId, un('ACOMPTE', 100n, 'M-1'))).toMatchObject({ ok: true })
  const reprendre = async () => reprendreConvention(deps(), agent, await vise(own.db, dossierId))
  expect(await reprendre()).toMatchObject({ reason: 'DEJA_VERSE' })
  const { versements } = await suitesDossier(own.db, dossierId, PLUS_TARD)
  const annulation = { versementId: versements[0]?.id ?? '', motif: MOTIF }
  await annulerVersement(deps(), chef, { ...(await vise(own.db, dossierId)), ...annulation })
  expect(await reprendre()).toMatchObject({ ok: true })
  expect(await decisionDe(dossierId)).toMatchObject({ conventionSigneeLe: null })
  const sans = await unAccord(own.db, chef, { reglages: { seuilConventionCents: 450_000 } })
  expect(await decisionDe(sans.dossierId)).toMatchObject({ conventionRequise: false })
})

test('the base refuses more than was voted, a second solde, and the same payment twice', async () => {
  const { dossierId } = await unAccord(own.db, chef)
  const ecrire = (versement: Versement) =>
    own.db.versement.create({
      data: { ...versement, le: new Date(versement.le), dossierId, parId: chef.id, saisiLe: PLUS_TARD },
    })
  await expect(ecrire(un('ACOMPTE', 450_001n, 'M-1'))).rejects.toThrow(/decision_verse/)
  await expect(ecrire(un('REVERSEMENT', 1n, 'M-1'))).rejects.toThrow(/decision_verse/)
  await ecrire(un('SOLDE', 1n, 'M-1'))
  await expect(ecrire(un('SOLDE', 1n, 'M-2'))).rejects.toThrow(/dossier_id/)
  await ecrire(un('REVERSEMENT', 1n, 'T-1'))
  await expect(ecrire(un('ACOMPTE', 0n, 'M-3'))).rejects.toThrow(/versement_montant/)
})

test('what is paid is the figure of the report and of the first page', async () => {
  const { dossierId, campagneCode } = await unAccord(own.db, chef)
  await verser(dossierId, un('ACOMPTE', 200_000n, 'M-1'))
  await verser(dossierId, un('REVERSEMENT', 50_000n, 'T-1'))
  const { payes, sommes } = await own.db.$transaction(async (tx) => {
    const lus: (bigint | null)[] = []
    for await (const { montantPayeCents } of rowsDossiers(tx, { campagneCode })) lus.push(montantPayeCents)
    return { payes: lus, sommes: await agregatsRapport(tx, { campagneCode }) }
  })
  expect(payes).toEqual([150_000n])
  const parCampagne = sommes.agregats.find(({ coupe }) => coupe === 'campagne')
  expect(parCampagne).toMatchObject({ payeCents: 150_000n, voteCents: 450_000n })
  await own.db.campagne.updateMany({
    where: { code: { not: campagneCode } },
    data: { etat: 'ARCHIVEE', fermeeLe: NOW },
  })
  const { campagnes } = await tableauDeBord(own.db, { moi: chef.id, now: PLUS_TARD })
  expect(campagnes).toMatchObject([{ code: campagneCode, accordeCents: 450_000n, payeCents: 150_000n }])
})
