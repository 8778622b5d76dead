import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleUnique } from '#domain/courriel/courriel'
import type { Agent } from '#domain/acces/droits'
import { repetitionDeSeance } from '#queries/seance/repetition'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { deciderDossier } from '#usecases/dossier/decider-dossier'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { accordsDeLAnnee } from '#infra/stores/suite-accord/accords-de-l-annee'
import { toDate } from '#domain/temps/jour'
import { ownDb } from '#support/own-db'
import { NOW, SIGNATAIRE, unAgent, unDossier, uneCampagne } from '../dossier/faits'
import { APRES, seancesDans } from '../seance/faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

const SEUIL = { seuilConventionCents: 449_999, signataire: SIGNATAIRE }

const decisionDe = (dossierId: string) => own.db.decision.findUniqueOrThrow({ where: { dossierId } })
const structureDe = async (dossierId: string) =>
  (await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).structureId

/** A grant of this many cents by a délibération of this day, to this structure where one is named. */
async function accorder(montantCents: bigint, { structureId = '', votee = '2025-04-01', genre = 'association' } = {}) {
  const campagne = await uneCampagne(own.db, { reglages: SEUIL })
  const { id: dossierId } = await unDossier(own.db, {
    ...{ campagneId: campagne.id, etat: 'EN_INSTRUCTION', montantDemandeCents: montantCents },
  })
  if (structureId) await own.db.dossier.update({ where: { id: dossierId }, data: { structureId } })
  await own.db.structure.update({ where: { id: await structureDe(dossierId) }, data: { genre } })
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  const vote = {
    par: 'HORS_SEANCE',
    deliberation: { reference: '2025-104', le: votee, executoireLe: votee },
  } as const
  const voulue = { acte: 'accorder', montantCents, vote } as const
  expect(await deciderDossier({ db: own.db, now: () => NOW }, chef, { dossierId, version, voulue })).toMatchObject({
    ok: true,
  })
  return dossierId
}

const motsDe = async (dossierId: string) => {
  const { id } = await decisionDe(dossierId)
  return (await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: cleUnique('decision', id) } })).texte
}

test('what a body of private law is granted in a year is added up: the grant that passes the threshold owes a convention, and its mail says so', async () => {
  const premier = await accorder(300_000n)
  const structureId = await structureDe(premier)
  expect(await decisionDe(premier)).toMatchObject({ conventionRequise: false })
  const second = await accorder(200_000n, { structureId })
  expect(await decisionDe(second)).toMatchObject({ conventionRequise: true })
  expect(await motsDe(second)).toContain('une convention vous sera envoyée')
  expect(await decisionDe(await accorder(449_999n))).toMatchObject({ conventionRequise: false })
})

test('neither what was voted another year, nor what another structure or a public body is granted, is added', async () => {
  const premier = await accorder(300_000n, { votee: '2024-12-31' })
  const structureId = await structureDe(premier)
  expect(await decisionDe(await accorder(200_000n, { structureId }))).toMatchObject({ conventionRequise: false })
  const commune = await accorder(300_000n, { genre: 'commune' })
  const encore = await accorder(900_000n, { structureId: await structureDe(commune), genre: 'commune' })
  expect(await decisionDe(encore)).toMatchObject({ conventionRequise: false })
})

test('two votes of one séance to the same body: both are read and told with a convention, whichever leaves first', async () => {
  const seances = await seancesDans(own.db)
  const campagne = await uneCampagne(own.db, { reglages: { ...SEUIL, seuilConventionCents: 600_000 } })
  const [un, deux] = [await seances.unPropose(campagne.id), await seances.unPropose(campagne.id)]
  const structureId = await structureDe(un)
  await own.db.dossier.update({ where: { id: deux }, data: { structureId } })
  await own.db.structure.update({ where: { id: structureId }, data: { genre: 'association' } })
  const seul = await seances.unPropose(campagne.id)
  await own.db.structure.update({ where: { id: await structureDe(seul) }, data: { genre: 'association' } })
  const { seanceId, lignes } = await seances.uneListe(un, deux, seul)
  seances.horloge.now = APRES
  for (const ligne of lignes) await seances.voter(ligne)
  await deliberer(seances.deps, seances.chef, { ...(await seances.vise(seanceId)), le: '2025-06-17' })
  const executoireLe = '2025-06-19'
  await rendreExecutoire(seances.deps, seances.chef, { ...(await seances.vise(seanceId)), executoireLe })
  await seances.relire(seanceId)
  const { groupes } = await repetitionDeSeance(own.db, chef, { id: seanceId, voir: null, now: APRES })
  expect(groupes.find(({ anomalie }) => anomalie === 'CONVENTION_A_FAIRE')?.lignes).toHaveLength(2)
  // A vote is of the year of its délibération, told or not.
  const deAnnee = async (annee: number) =>
    (await accordsDeLAnnee(own.db, [structureId], `${annee}-12-01`))({ id: seul, structureId })
  const delibererLe = (le: string, executoire: string) =>
    own.db.deliberation.update({
      where: { seanceId },
      data: { le: toDate(le), executoireLe: toDate(executoire) },
    })
  const parAnnee = async () => {
    await delibererLe('2026-01-05', '2026-01-06')
    const plusTard = [await deAnnee(2025), await deAnnee(2026)]
    await delibererLe('2025-06-17', executoireLe)
    return [await deAnnee(2025), ...plusTard]
  }
  expect(await parAnnee()).toEqual([900_000n, 0n, 900_000n])
  for (const dossierId of [deux, un]) {
    const { version } = await seances.dossierDe(dossierId)
    expect(await notifierDossier(seances.deps, seances.chef, { dossierId, version })).toMatchObject({ ok: true })
    expect(await decisionDe(dossierId)).toMatchObject({ conventionRequise: true })
  }
  expect(await parAnnee()).toEqual([900_000n, 0n, 900_000n])
})
