import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { isActeJournal } from '#domain/journal/entree'
import { JOURS_DE_NOUVELLES, type SujetDAbonnement } from '#domain/nouvelle/abonnement'
import { enTransaction, type Transactions } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { cadre, cadres } from '#queries/cadre/cadre'
import { estAverti, mesNouvelles } from '#queries/nouvelle/nouvelles'
import { ownDb } from '#support/own-db'
import { declarerAbsence } from '#usecases/absence/dire-absence'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { ecrireNote } from '#usecases/note/ecrire-note'
import { etreAverti } from '#usecases/nouvelle/etre-averti'
import { voirNouvelles } from '#usecases/nouvelle/voir-nouvelles'
import { unPreProjet } from '../bannette/faits'
import { unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let claire: Agent
let paul: Agent
const NOW = new Date('2025-05-12T10:00:00Z')
const deps = (now = NOW) => ({ db: own.db, now: () => now })
beforeAll(async () => {
  own = await ownDb()
})
beforeEach(async () => {
  claire = await unAgent(own.db, 'INSTRUCTEUR', 'Claire')
  paul = await unAgent(own.db, 'RESPONSABLE', 'Paul')
})
afterAll(() => own.drop())

const cloche = async (agent: Agent) => (await cadre(own.db, NOW, agent.id)).nouvelles
const cloches = (...agents: Agent[]) => Promise.all(agents.map(cloche))
const lues = async (agent: Agent) => (await mesNouvelles(own.db, agent.id, {})).nouvelles
const dossier = async () => ({ objet: 'dossier', id: (await unDossier(own.db)).id }) as const
const noter = (de: Agent, { objet, id }: SujetDAbonnement, texte = 'À revoir.', db: Transactions = own.db) =>
  ecrireNote({ db, now: () => NOW }, de, {
    sujet: objet === 'dossier' ? { dossierId: id } : { preProjetId: id },
    texte,
  })
const averti = (agent: Agent, sujet: SujetDAbonnement) => estAverti(own.db, sujet, agent.id)

test('who owns a dossier and who wrote there are told what others do, not what they do, until they say it is seen', async () => {
  const { id, version, numero } = await unDossier(own.db)
  const sujet = { objet: 'dossier', id } as const
  await noter(claire, sujet)
  expect(await cloches(claire, paul)).toEqual([0, 0])
  await affecterDossier(deps(), paul, { dossierId: id, version, agentId: paul.id, message: '' })
  expect(await cloches(claire, paul)).toEqual([1, 0])
  await noter(claire, sujet)
  expect(await cloches(claire, paul)).toEqual([1, 1])
  const [nouvelle] = await lues(claire)
  expect(nouvelle).toMatchObject({ vue: false, pour: null, vers: `/dossiers/${numero}`, le: NOW })
  expect(nouvelle?.dit).toContain('Paul Essai')
  expect((await lues(paul))[0]?.vers).toBe(`/dossiers/${numero}/notes`)

  await noter(paul, sujet)
  await voirNouvelles(deps(), claire, { jusqua: BigInt(nouvelle?.entree ?? 0) })
  expect((await lues(claire)).map(({ vue }) => vue)).toEqual([false, true])
  expect(await cloches(claire, paul)).toEqual([1, 1])
  await voirNouvelles(deps(), claire, { entree: BigInt((await lues(claire))[0]?.entree ?? 0) })
  expect(await cloches(claire, paul)).toEqual([0, 1])
})

test('one asks to be told, or not to be, whatever one owns or wrote; what is taken back is told to nobody', async () => {
  const sujet = { objet: 'pre-projet', id: (await unPreProjet(own.db)).id } as const
  await noter(paul, sujet)
  expect(await cloches(claire, paul)).toEqual([0, 0])
  await etreAverti(deps(), claire, { sujet, voulu: true })
  await etreAverti(deps(), claire, { sujet, voulu: true })
  await etreAverti(deps(), paul, { sujet, voulu: false })
  expect([await averti(claire, sujet), await averti(paul, sujet)]).toEqual([true, false])
  await noter(paul, sujet)
  await noter(claire, sujet)
  expect(await cloches(claire, paul)).toEqual([1, 0])
  expect(await averti(paul, sujet)).toBe(false)
  await expect(
    own.db.$transaction(async (tx) => {
      await noter(paul, sujet, 'Perdu.', enTransaction(tx))
      throw new Error('taken back')
    }),
  ).rejects.toThrow('taken back')
  expect(await cloche(claire)).toBe(1)
  const absent = { objet: 'dossier', id: '0b9f6d3a-6c0d-4a8e-9b1a-2f3c4d5e6f70' } as const
  await expect(etreAverti(deps(), claire, { sujet: absent, voulu: true })).rejects.toBeInstanceOf(NotFound)
})

test('whom a note names is told, had they asked not to be, and is told of the rest from then on unless they did', async () => {
  const [nora, sujet, autre] = [await unAgent(own.db, 'INSTRUCTEUR', 'Nora-Lise'), await dossier(), await dossier()]
  await etreAverti(deps(), nora, { sujet: autre, voulu: false })
  for (const un of [sujet, autre]) await noter(paul, un, 'Qu’en dis-tu, @Nora-Lise Essai ?')
  expect(await cloche(nora)).toBe(2)
  for (const un of [sujet, autre]) await noter(paul, un)
  expect(await cloche(nora)).toBe(3)
  expect([await averti(nora, sujet), await averti(nora, autre)]).toEqual([true, false])
})

test('who stands in for an absent is told what they would be, and for whom; the absent finds it too when they are back', async () => {
  const [nora, sujet] = [await unAgent(own.db, 'INSTRUCTEUR', 'Nora'), await dossier()]
  await etreAverti(deps(), claire, { sujet, voulu: true })
  const absence = { agentId: claire.id, remplacantId: nora.id, du: '2025-05-12', au: '2025-05-12' }
  await declarerAbsence(deps(), claire, absence)
  await noter(paul, sujet)
  expect((await lues(nora)).map(({ pour }) => pour)).toEqual(['Claire Essai'])
  expect((await lues(claire)).map(({ pour }) => pour)).toEqual([null])
  await noter(nora, sujet)
  await noter(claire, sujet)
  expect(await cloches(claire, nora)).toEqual([2, 2])
  expect((await lues(nora)).map(({ pour }) => pour)).toEqual([null, 'Claire Essai'])
})

test('an account that is closed is told nothing, nor are others told what is not about a dossier or a fiche, or is no news', async () => {
  const sujet = await dossier()
  await etreAverti(deps(), claire, { sujet, voulu: true })
  const ecrire = (acte: 'affecter' | 'recevoirPiece', objet: 'dossier' | 'lot') =>
    own.db.$transaction((tx) => writeJournal(tx, paul, { acte, objet, objetId: sujet.id, le: NOW }))
  await ecrire('recevoirPiece', 'dossier')
  await ecrire('affecter', 'lot')
  expect(await cloche(claire)).toBe(0)
  await own.db.agent.update({ where: { id: claire.id }, data: { actif: false } })
  await ecrire('affecter', 'dossier')
  expect(await cloche(claire)).toBe(0)
  const [def] = await own.db.$queryRaw<{ dite: string }[]>`
    SELECT pg_get_triggerdef(oid) AS dite FROM pg_trigger WHERE tgname = 'entree_journal_annoncer'`
  const actes = [...(def?.dite ?? '').matchAll(/'([a-zA-Z]+)'::text/g)].map(([, nom]) => nom ?? '')
  expect(actes.filter((nom) => !isActeJournal(nom))).toEqual(['dossier'])
})

test('the list goes on page by page, the bell counts so far, and old news goes', async () => {
  const sujet = await dossier()
  await etreAverti(deps(), claire, { sujet, voulu: true })
  await own.db.$transaction(async (tx) => {
    for (let i = 0; i < 103; i += 1)
      await writeJournal(tx, paul, { acte: 'affecter', objet: 'dossier', objetId: sujet.id, le: NOW })
  })
  const premiere = await mesNouvelles(own.db, claire.id, {})
  const seconde = await mesNouvelles(own.db, claire.id, { apres: BigInt(premiere.suivante ?? 0) })
  const troisieme = await mesNouvelles(own.db, claire.id, { apres: BigInt(seconde.suivante ?? 0) })
  const pages = [premiere, seconde, troisieme].map(({ nouvelles }) => nouvelles.map(({ entree }) => entree))
  expect([pages.map((page) => page.length), troisieme.suivante]).toEqual([[50, 50, 3], null])
  expect(new Set(pages.flat()).size).toBe(103)
  const dits = await cadres(own.db, NOW, [claire.id, paul.id])
  expect([dits(claire.id).nouvelles, dits(paul.id).nouvelles]).toEqual([100, 0])
  const apres = (jours: number) => new Date(NOW.getTime() + jours * 86_400_000)
  await purgerPerimes(deps(apres(JOURS_DE_NOUVELLES - 1)))
  expect(await own.db.nouvelle.count({ where: { agentId: claire.id } })).toBe(103)
  await purgerPerimes(deps(apres(JOURS_DE_NOUVELLES + 1)))
  expect(await own.db.nouvelle.count({ where: { agentId: claire.id } })).toBe(0)
})

test('the count and the list are read from the index of one agent', async () => {
  await own.db.$executeRaw`
    INSERT INTO nouvelle (agent_id, entree_id, le, vue_le)
    SELECT a, g, now(), CASE WHEN g % 50 > 0 THEN now() END FROM generate_series(1, 10000) g, unnest(${[claire.id, paul.id]}::uuid[]) a`
  await own.db.$executeRaw`ANALYZE nouvelle`
  const plan = async (requete: string) => JSON.stringify(await own.db.$queryRawUnsafe(`EXPLAIN ${requete}`))
  expect(await plan(`SELECT 1 FROM nouvelle WHERE agent_id = '${claire.id}' AND vue_le IS NULL LIMIT 100`)).toContain(
    'nouvelle_non_vue_idx',
  )
  const liste = await plan(
    `SELECT * FROM nouvelle WHERE agent_id = '${claire.id}' AND entree_id < 9000 ORDER BY entree_id DESC LIMIT 51`,
  )
  expect(liste).toContain('nouvelle_pkey')
  expect(liste).not.toContain('Sort')
})
