import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { enTransaction } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { pageAbsences, quiEstAbsent, quiPeutSuivre, remplacementsDe } from '#queries/absence/absences'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { ownDb } from '#support/own-db'
import { declarerAbsence, finirAbsence } from '#usecases/absence/dire-absence'
import { ecrireNote } from '#usecases/note/ecrire-note'
import { unPreProjet } from '../bannette/faits'
import { jour, NOW, race, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const le = (instant: Date) => ({ db: own.db, now: () => instant })
const DU_12_AU_14 = { du: '2025-05-12', au: '2025-05-14' }
const [LENDEMAIN, FINI] = [new Date('2025-05-14T20:00:00Z'), new Date('2025-05-15T08:00:00Z')]

test('an officer says it of themselves, a RESPONSABLE of anybody, nobody else; the journal of the account keeps it', async () => {
  const [claire, paul] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const voulue = { agentId: claire.id, remplacantId: paul.id, ...DU_12_AU_14 }
  await expect(declarerAbsence(le(NOW), paul, voulue)).rejects.toBeInstanceOf(Forbidden)
  expect(await declarerAbsence(le(NOW), claire, voulue)).toMatchObject({ ok: true })
  expect(await declarerAbsence(le(NOW), chef, { ...voulue, du: '2025-05-14', au: '2025-05-20' })).toMatchObject({
    reason: 'DEJA_ABSENT',
  })
  expect(await declarerAbsence(le(NOW), chef, { ...voulue, agentId: paul.id, remplacantId: claire.id })).toMatchObject({
    reason: 'REMPLACANT_ABSENT',
  })
  const lecteur = await unAgent(own.db, 'LECTEUR')
  await expect(declarerAbsence(le(NOW), lecteur, { ...voulue, agentId: lecteur.id })).rejects.toBeInstanceOf(Forbidden)
  expect(await declarerAbsence(le(NOW), chef, { ...voulue, agentId: chef.id, remplacantId: lecteur.id })).toMatchObject(
    {
      reason: 'REMPLACANT_INCONNU',
    },
  )
  const entrees = await own.db.entreeJournal.findMany({ where: { objet: 'agent', objetId: claire.id } })
  expect(entrees).toMatchObject([
    { acte: 'declarerAbsence', acteurId: claire.id, detail: { ...DU_12_AU_14, remplacant: 'Paul Essai' } },
  ])
})

test('while it runs the colleague finds those dossiers, and lists of people say it; it ends by itself', async () => {
  const [claire, paul] = [await unAgent(own.db, 'INSTRUCTEUR', 'Claire'), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  for (const etat of ['DEPOSE', 'COMPLET', 'ACCORDE'] as const) {
    const { id } = await unDossier(own.db, { etat })
    await own.db.dossier.update({ where: { id }, data: { agentId: claire.id } })
  }
  const fiche = await unPreProjet(own.db)
  await own.db.preProjet.update({ where: { id: fiche.id }, data: { agentId: claire.id } })
  const pour = (now: Date) => remplacementsDe(own.db, { moi: paul.id, now })
  expect(await pour(NOW)).toEqual([])
  await declarerAbsence(le(NOW), claire, { agentId: claire.id, remplacantId: paul.id, ...DU_12_AU_14 })
  const dit = [{ agentId: claire.id, nom: 'Claire Essai', au: '2025-05-14', dossiers: 2, fiches: 1 }]
  expect(await pour(NOW)).toEqual(dit)
  expect(await pour(LENDEMAIN)).toEqual(dit)
  expect(await pour(FINI)).toEqual([])
  expect(await pour(new Date('2025-05-11T08:00:00Z'))).toEqual([])
  expect(await remplacementsDe(own.db, { moi: claire.id, now: NOW })).toEqual([])
  const absenceDe = async (now: Date) => (await quiPeutSuivre(own.db, now)).find(({ id }) => id === claire.id)?.absence
  expect(await absenceDe(NOW)).toEqual({ au: '2025-05-14', remplacant: 'Paul Essai' })
  expect(await absenceDe(FINI)).toBeNull()
  expect((await quiEstAbsent(own.db, NOW))[claire.id]).toEqual({ au: '2025-05-14', remplacant: 'Paul Essai' })
  expect((await quiEstAbsent(own.db, FINI))[claire.id]).toBeUndefined()
  const page = async (qui: typeof claire, now: Date) => (await pageAbsences(own.db, qui, now)).absences
  const siennes = async (qui: typeof claire, now: Date) =>
    (await page(qui, now)).filter(({ agentId }) => agentId === claire.id).map(({ peut }) => peut)
  expect([await siennes(claire, NOW), await siennes(paul, NOW), await siennes(claire, FINI)]).toEqual([
    [true],
    [false],
    [],
  ])
})

test('it is ended before its last day by who may say it, at the version that was seen, once', async () => {
  const [claire, paul] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const voulue = { agentId: claire.id, remplacantId: paul.id, ...DU_12_AU_14 }
  const dire = () => declarerAbsence(le(NOW), claire, voulue)
  const { won, lost } = await race(dire, dire)
  expect([won.length, lost.length]).toEqual([1, 1])
  const { absences } = await pageAbsences(own.db, claire, NOW)
  const absence = absences.find(({ agentId }) => agentId === claire.id)
  const finir = (qui: typeof claire, version: number) =>
    finirAbsence(le(NOW), qui, { absenceId: absence?.id ?? '', version })
  await expect(finir(paul, 0)).rejects.toBeInstanceOf(Forbidden)
  await expect(finir(claire, 3)).rejects.toBeInstanceOf(Conflict)
  expect(await finir(claire, 0)).toMatchObject({ ok: true })
  expect(await finir(claire, 1)).toMatchObject({ reason: 'DEJA_FINIE' })
  expect(await remplacementsDe(own.db, { moi: paul.id, now: NOW })).toEqual([])
  expect(await dire()).toMatchObject({ ok: true })
  expect(await own.db.entreeJournal.count({ where: { acte: 'finirAbsence', objetId: claire.id } })).toBe(1)
  expect(await own.db.absence.count({ where: { du: jour('2025-05-12'), agentId: claire.id } })).toBe(2)
})

test('of two who go away at once and stand in for each other, the second is judged after the first', async () => {
  const [claire, paul] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const attendu = async () => {
    const [lu] = await own.db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return (lu?.n ?? 0) > 0
  }
  const { second } = await own.db.$transaction(async (tx) => {
    const vise = { agentId: claire.id, remplacantId: paul.id, ...DU_12_AU_14 }
    await declarerAbsence({ db: enTransaction(tx), now: () => NOW }, claire, vise)
    const second = declarerAbsence(le(NOW), paul, { ...vise, agentId: paul.id, remplacantId: claire.id })
    while (!(await attendu()));
    return { second }
  })
  expect(await second).toMatchObject({ reason: 'REMPLACANT_ABSENT' })
})

test('what names the absent is shown to who stands in, were it for one who stood in for them, and stays to be seen by the absent', async () => {
  const [claire, paul] = [await unAgent(own.db, 'INSTRUCTEUR', 'Claire'), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const nora = await unAgent(own.db, 'INSTRUCTEUR', 'Nora')
  const { id: dossierId } = await unDossier(own.db)
  await declarerAbsence(le(NOW), claire, { agentId: claire.id, remplacantId: paul.id, ...DU_12_AU_14 })
  await declarerAbsence(le(NOW), paul, { agentId: paul.id, remplacantId: nora.id, du: '2025-05-14', au: '2025-05-20' })
  await ecrireNote(le(NOW), nora, { sujet: { dossierId }, texte: `À voir @Claire ${claire.nom}` })
  const vues = async (qui: typeof claire, now: Date) =>
    (await tableauDeBord(own.db, { moi: qui.id, now })).mentions.map(({ pour }) => pour)
  const deClaire = `Claire ${claire.nom}`
  expect([await vues(claire, NOW), await vues(paul, NOW), await vues(nora, NOW)]).toEqual([[null], [deClaire], []])
  expect([await vues(paul, LENDEMAIN), await vues(nora, LENDEMAIN)]).toEqual([[deClaire], [deClaire]])
  expect([await vues(claire, FINI), await vues(paul, FINI), await vues(nora, FINI)]).toEqual([[null], [], []])
})
