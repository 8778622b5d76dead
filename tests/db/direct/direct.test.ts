import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { type Fait, lireFait, type Sujet } from '#domain/direct/fait'
import { ABSENCE_MS, FLUX_MAX } from '#domain/direct/presence'
import { writeJournal } from '#infra/journal'
import { ecouter } from '#infra/postgres/ecoute'
import { garderLecture } from '#infra/stores/budget/lecture-budget'
import { entretenirPresences, leverPresence, poserPresence, presentsSur } from '#infra/stores/direct/presence'
import { cadres } from '#queries/cadre/cadre'
import { changementsDits, ouEnEst } from '#queries/direct/changements'
import { ownDb } from '#support/own-db'
import { runSql } from '#support/template-db'
import { until } from '#support/until'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { ouvrirCentral } from '#web/direct/central'
import { unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
let collegue: Agent
const deps = () => ({ db: own.db, now: () => new Date() })

beforeAll(async () => {
  own = await ownDb()
  agent = await unAgent(own.db, 'RESPONSABLE', 'Camille')
  collegue = await unAgent(own.db, 'INSTRUCTEUR', 'Inès')
})
afterAll(() => own.drop())

/** Everything that is told on this database from now on. */
async function oreille() {
  const mots: Fait[] = []
  const reprises: number[] = []
  const ecoute = ecouter(own.url, 'fait', {
    surMot: (mot) => {
      const fait = lireFait(mot)
      if (fait) mots.push(fait)
    },
    surReprise: () => reprises.push(mots.length),
  })
  await ecoute.ouverte
  return { mots, reprises, fermer: ecoute.fermer }
}

const noter = (objetId: string, apres?: () => never) =>
  own.db.$transaction(async (tx) => {
    await writeJournal(tx, agent, { acte: 'ecrireNote', objet: 'dossier', objetId, le: new Date() })
    apres?.()
  })

test('what is taken back is told to nobody; what is done is told with its version, its author and its entry', async () => {
  const { mots, fermer } = await oreille()
  const { id, version } = await unDossier(own.db)
  await expect(
    noter(id, () => {
      throw new Error('taken back')
    }),
  ).rejects.toThrow('taken back')
  expect((await affecterDossier(deps(), agent, { dossierId: id, version, agentId: collegue.id, message: '' })).ok).toBe(
    true,
  )
  const fait = await until('the fact', () => mots.find((mot) => mot.objet === 'dossier' && mot.id === id))
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: id }, orderBy: { id: 'desc' } })
  expect(fait).toEqual({ objet: 'dossier', id, version: version + 1, par: agent.id, entree: String(entree?.id) })
  expect(mots.filter((mot) => mot.id === id)).toHaveLength(1)
  await fermer()
})

test('what a worker finds in a file is told to the page of its dossier, once, though no act says it', async () => {
  const { id } = await unDossier(own.db)
  const fichier = { nomFichier: 'budget.xlsx', cle: 'essai/budget', taille: 1, typeMime: 'x', sha256: '0' }
  const { versions } = await own.db.piece.create({
    data: {
      ...{ dossierId: id, code: 'BUDGET_PROJET', libelle: 'Budget', cleDepot: 'budget' },
      versions: { create: { ...fichier, numero: 1, recueLe: new Date() } },
    },
    include: { versions: true },
  })
  const versionId = versions[0]?.id ?? ''
  const dits = async (faire: () => Promise<unknown>) => {
    const { mots, fermer } = await oreille()
    await faire()
    const { id: temoin } = await unDossier(own.db)
    await noter(temoin)
    await until('what came after', () => mots.some((mot) => mot.id === temoin))
    await fermer()
    return mots.filter((mot) => mot.id === id)
  }
  const motif = 'Le classeur est protégé.'
  const dossier = [{ objet: 'dossier', id, version: null, par: null, entree: null }]
  const lire = () => garderLecture(own.db, versionId, { lisible: false, motif })
  expect(await dits(lire)).toEqual(dossier)
  expect(await dits(lire)).toEqual([])
  const analyser = () => own.db.pieceVersion.update({ where: { id: versionId }, data: { analyse: 'SAIN' } })
  expect(await dits(analyser)).toEqual(dossier)
})

test('a listener whose connection is cut listens again, and is told that it missed something', async () => {
  const { mots, reprises, fermer } = await oreille()
  const { id } = await unDossier(own.db)
  await runSql(
    own.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "fait"' AND datname = current_database()`,
  )
  await until('the connection', () => reprises.length === 1)
  await noter(id)
  await until('the fact', () => mots.some((mot) => mot.id === id))
  await fermer()
})

/** A page of this process, and what it was told. */
function unePage(de: Agent, session: string, sujet: Sujet | null, autre: { version?: number; ecrit?: boolean } = {}) {
  const dits: [string, unknown][] = []
  const dire = (nom: string, donnees: unknown) => void dits.push([nom, JSON.parse(JSON.stringify(donnees))])
  const page = {
    agent: { id: de.id, role: de.role },
    session,
    sujet,
    version: null,
    onglet: randomUUID(),
    ecrit: false,
    ...autre,
  }
  const dernier = (nom: string) => dits.findLast(([un]) => un === nom)?.[1]
  return { page, tuyau: { dire, finir: (raison: string) => dire('fin', raison) }, dits, dernier }
}

async function uneSession(de: Agent): Promise<string> {
  const id = randomUUID()
  const expireLe = new Date(Date.now() + 3_600_000)
  await own.db.sessionAgent.create({ data: { id, agentId: de.id, expireLe } })
  return id
}

/** What one web process has of it. */
const unProcessus = () =>
  ouvrirCentral(deps(), own.url, {
    compteurs: (agents) => cadres(own.db, new Date(), agents),
    changements: (entrees) => changementsDits(own.db, entrees),
    ouEnEst: (sujet) => ouEnEst(own.db, sujet),
  })

test('two processes on one database: each page is told who else is there, and what others did', async () => {
  const [un, deux] = [unProcessus(), unProcessus()]
  const { id, version } = await unDossier(own.db)
  const sujet = { objet: 'dossier', id } as const
  const a = unePage(agent, await uneSession(agent), sujet, { version })
  const b = unePage(collegue, await uneSession(collegue), sujet, { version, ecrit: true })
  const partirA = un.inscrire(a.page, a.tuyau)
  const partirB = deux.inscrire(b.page, b.tuyau)
  await until('Inès, writing', () => JSON.stringify(a.dernier('presents') ?? []).includes('"ecrit":true'))
  expect(a.dernier('presents')).toEqual([{ id: collegue.id, prenom: 'Inès', nom: collegue.nom, ecrit: true }])
  await until('Camille, reading', () => JSON.stringify(b.dernier('presents') ?? []).includes(agent.id))
  await until('the figures', () => b.dernier('compteurs'))

  await affecterDossier(deps(), agent, { dossierId: id, version, agentId: collegue.id, message: '' })
  const dit = await until('what Camille did', () => b.dernier('fait'))
  expect(dit).toMatchObject({ version: version + 1, autres: [{ parId: agent.id, dit: 'Dossier affecté' }] })
  expect(await until('one’s own act', () => a.dernier('fait'))).toEqual({ version: version + 1, autres: [] })

  partirB()
  await until('Inès gone', () => JSON.stringify(a.dernier('presents')) === '[]')
  partirA()
  await until('nobody left', async () => (await own.db.presence.count()) === 0)
  const tard = unePage(collegue, await uneSession(collegue), sujet, { version })
  const partir = un.inscrire(tard.page, tard.tuyau)
  expect(await until('what came before the stream', () => tard.dernier('fait'))).toMatchObject({ version: version + 1 })
  partir()
  await Promise.all([un.fermer(), deux.fermer()])
})

test('what an agent may not read is not told to them, nor after their role was taken or their session ended', async () => {
  const processus = unProcessus()
  const { id, campagneId } = await unDossier(own.db)
  const session = await uneSession(collegue)
  const campagne = unePage(collegue, session, { objet: 'campagne', id: campagneId })
  const chef = unePage(agent, await uneSession(agent), { objet: 'campagne', id: campagneId })
  const dossier = unePage(collegue, session, { objet: 'dossier', id })
  const partir = [campagne, chef, dossier].map(({ page, tuyau }) => processus.inscrire(page, tuyau))
  await until('all told', () => [campagne, chef, dossier].every((une) => une.dernier('compteurs')))
  const regler = () =>
    own.db.$transaction((tx) =>
      writeJournal(tx, agent, { acte: 'reglerCampagne', objet: 'campagne', objetId: campagneId, le: new Date() }),
    )
  await regler()
  await until('the one who may', () => chef.dernier('fait'))
  expect(campagne.dernier('fait')).toBeUndefined()

  await own.db.agent.update({ where: { id: agent.id }, data: { role: 'LECTEUR' } })
  const vus = chef.dits.length
  await regler()
  await noter(id)
  await until('the others', () => dossier.dernier('fait'))
  expect(chef.dits.slice(vus).filter(([nom]) => nom === 'fait')).toEqual([])
  await own.db.agent.update({ where: { id: agent.id }, data: { role: 'RESPONSABLE' } })

  await own.db.sessionAgent.delete({ where: { id: session } })
  await until('the end', () => dossier.dernier('fin') === 'session' && campagne.dernier('fin') === 'session')
  expect(chef.dernier('fin')).toBeUndefined()
  for (const un of partir) un()
  await processus.fermer()
})

test(`an agent has ${FLUX_MAX} pages told at once, the newest`, async () => {
  const processus = unProcessus()
  const session = await uneSession(agent)
  const pages = Array.from({ length: FLUX_MAX + 1 }, () => unePage(agent, session, null))
  const partir = pages.map(({ page, tuyau }) => processus.inscrire(page, tuyau))
  expect(pages.map(({ dernier }) => dernier('fin'))).toEqual([
    'trop',
    ...Array.from({ length: FLUX_MAX }, () => undefined),
  ])
  for (const un of partir) un()
  await processus.fermer()
})

test('a page nobody hears of is gone in time, one taken over by another stream stays', async () => {
  const { id } = await unDossier(own.db)
  const sujet = { objet: 'dossier', id } as const
  const t0 = new Date('2025-05-13T08:00:00Z')
  const apres = (ms: number) => new Date(t0.getTime() + ms)
  const page = { agentId: agent.id, onglet: randomUUID(), sujet, ecrit: false }
  const [ancien, nouveau, mort] = [randomUUID(), randomUUID(), randomUUID()]
  await poserPresence(own.db, { ...page, flux: ancien }, t0)
  await poserPresence(own.db, { ...page, flux: nouveau, ecrit: true }, t0)
  await poserPresence(own.db, { ...page, agentId: collegue.id, flux: mort }, t0)
  await leverPresence(own.db, ancien)
  const noms = async (ms: number) =>
    (await presentsSur(own.db, [sujet], apres(ms))).get(`dossier:${id}`)?.map(({ id: qui, ecrit }) => [qui, ecrit])
  expect(await noms(0)).toHaveLength(2)
  await entretenirPresences(own.db, [nouveau], apres(ABSENCE_MS / 2))
  expect(await noms(ABSENCE_MS + 1)).toEqual([[agent.id, true]])
  await entretenirPresences(own.db, [], apres(ABSENCE_MS + 1))
  expect(await own.db.presence.findMany({ where: { objetId: id }, select: { flux: true } })).toEqual([
    { flux: nouveau },
  ])
})
