import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { toDate } from '#domain/temps/jour'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { ownDb } from '#support/own-db'
import { ecrireNote } from '#usecases/note/ecrire-note'
import { etreAverti } from '#usecases/nouvelle/etre-averti'
import { reglerResume } from '#usecases/nouvelle/regler-resume'
import { resumerNouvelles } from '#usecases/nouvelle/resumer-nouvelles'
import { voirNouvelles } from '#usecases/nouvelle/voir-nouvelles'
import { unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let claire: Agent
let paul: Agent
let dossierId: string
/** Tuesday, 7:30 in Paris. */
const MARDI = new Date('2025-05-13T05:30:00Z')
const le = (instant: Date) => ({ db: own.db, now: () => instant })
const plus = (jours: number) => new Date(MARDI.getTime() + jours * 86_400_000)
beforeAll(async () => {
  own = await ownDb()
})
beforeEach(async () => {
  claire = await unAgent(own.db, 'INSTRUCTEUR', 'Claire')
  paul = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  dossierId = (await unDossier(own.db)).id
  await etreAverti(le(MARDI), claire, { sujet: { objet: 'dossier', id: dossierId }, voulu: true })
})
afterAll(() => own.drop())

const noter = () => ecrireNote(le(MARDI), paul, { sujet: { dossierId }, texte: 'À revoir.' })
const recus = () => own.db.courriel.findMany({ where: { destinataire: claire.courriel }, orderBy: { creeLe: 'asc' } })

test('nothing leaves for who did not ask, for who has seen all, nor twice; what is new since leaves the next working day', async () => {
  await noter()
  await resumerNouvelles(le(MARDI))
  expect(await recus()).toEqual([])
  await reglerResume(le(MARDI), claire, { voulu: true })
  await resumerNouvelles(le(MARDI))
  expect(await recus()).toEqual([])
  await noter()
  await Promise.all([resumerNouvelles(le(MARDI)), resumerNouvelles(le(MARDI))])
  await resumerNouvelles(le(MARDI))
  const [un, ...autres] = await recus()
  expect(autres).toEqual([])
  expect(un).toMatchObject({ modele: 'nouvelles_du_jour', etat: 'A_ENVOYER', dossierId: null })
  expect(un?.sujet).toBe('MCEI\u00a0: 1\u00a0nouvelle')
  expect(un?.texte).toContain('Paul Essai\u00a0: Note écrite')
  expect(await own.db.outboxJob.count({ where: { payload: { path: ['courrielId'], equals: un?.id ?? '' } } })).toBe(1)

  await resumerNouvelles(le(plus(1)))
  expect(await recus()).toHaveLength(1)
  await noter()
  await voirNouvelles(le(MARDI), claire, { jusqua: 2n ** 62n })
  await resumerNouvelles(le(plus(1)))
  expect(await recus()).toHaveLength(1)
  await noter()
  await resumerNouvelles(le(plus(2)))
  expect(await recus()).toHaveLength(2)
})

test('none leaves on a Saturday, on a public holiday or on a day of closing; it waits for the next', async () => {
  await reglerResume(le(MARDI), claire, { voulu: true })
  await noter()
  await own.db.jourDeFermeture.create({ data: { jour: toDate('2025-05-15'), libelle: 'Pont' } })
  for (const jours of [4, -5, 2]) await resumerNouvelles(le(plus(jours)))
  expect(await recus()).toEqual([])
  await resumerNouvelles(le(plus(6)))
  expect(await recus()).toHaveLength(1)
})

test('a mail whose agent asked for no more meanwhile does not leave', async () => {
  await reglerResume(le(MARDI), claire, { voulu: true })
  await noter()
  await resumerNouvelles(le(MARDI))
  const [ecrit] = await recus()
  const tient = async () =>
    (await etatDuFait(own.db, { modele: 'nouvelles_du_jour', cleUnique: ecrit?.cleUnique ?? '', creeLe: MARDI }, MARDI))
      .tient
  expect(await tient()).toBe(true)
  await reglerResume(le(MARDI), claire, { voulu: false })
  expect(await tient()).toBe(false)
  await noter()
  await resumerNouvelles(le(plus(1)))
  expect(await recus()).toHaveLength(1)
})
