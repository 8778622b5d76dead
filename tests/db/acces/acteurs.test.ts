import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Acteur, type Demandeur, type Expert, SYSTEME } from '#domain/acces/acteur'
import { writeMessage } from '#infra/courriels'
import { makeDb } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { verifierJournal } from '#queries/journal/verifier-journal'
import { ownDb } from '#support/own-db'
import { runSql, urlOfDatabase } from '#support/template-db'
import { unAgent } from '../dossier/faits'

const LE = new Date('2026-03-02T09:00:00Z')
const dehors = { id: randomUUID(), prenom: 'Inès', nom: 'Essai', courriel: 'ines@exemple.test' }
const DEMANDEUR: Demandeur = { ...dehors, type: 'DEMANDEUR' }
const EXPERT: Expert = { ...dehors, id: randomUUID(), type: 'EXPERT' }

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const dire = (acteur: Acteur) =>
  own.db.$transaction((tx) =>
    writeJournal(tx, acteur, { acte: 'ecrireMessage', objet: 'agent', objetId: randomUUID(), le: LE }),
  )

/** What somebody who holds the database may write, and the trigger would refuse. */
const forcer = (id: bigint, colonne: string, valeur: string) =>
  own.db.$transaction([
    own.db.$executeRawUnsafe('ALTER TABLE entree_journal DISABLE TRIGGER entree_journal_immuable'),
    own.db.$executeRawUnsafe(`UPDATE entree_journal SET ${colonne} = ${valeur} WHERE id = ${id}`),
    own.db.$executeRawUnsafe('ALTER TABLE entree_journal ENABLE TRIGGER entree_journal_immuable'),
  ])

describe('the journal', () => {
  test('says who acted, of each kind, and stays whole', async () => {
    const agent = await unAgent(own.db)
    for (const acteur of [agent, DEMANDEUR, EXPERT, SYSTEME]) await dire(acteur)
    expect(await own.db.entreeJournal.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { acteurType: 'AGENT', acteurId: agent.id, acteur: 'Camille Essai' },
      { acteurType: 'DEMANDEUR', acteurId: DEMANDEUR.id, acteur: 'Inès Essai' },
      { acteurType: 'EXPERT', acteurId: EXPERT.id, acteur: 'Inès Essai' },
      { acteurType: 'SYSTEME', acteurId: null, acteur: 'Le système' },
    ])
    expect(await verifierJournal(own.db)).toEqual({ entrees: 4, intact: true })
  })

  test.each([
    ['AGENT', 'DEMANDEUR'],
    ['DEMANDEUR', 'AGENT'],
    ['DEMANDEUR', 'EXPERT'],
  ])('an act of %s that is made one of %s is found', async (avant, apres) => {
    const { id } = await own.db.entreeJournal.findFirstOrThrow({ where: { acteurType: avant as 'AGENT' } })
    await forcer(id, 'acteur_type', `'${apres}'`)
    expect(await verifierJournal(own.db)).toMatchObject({ intact: false, premiereRupture: Number(id) })
    await forcer(id, 'acteur_type', `'${avant}'`)
    expect(await verifierJournal(own.db)).toMatchObject({ intact: true })
  })

  test('nobody but the system has no id, and the system has none', async () => {
    const entrees = await own.db.entreeJournal.findMany({ orderBy: { id: 'asc' } })
    for (const { id, acteurType } of entrees) {
      const change = acteurType === 'SYSTEME' ? `'${randomUUID()}'` : 'NULL'
      await expect(forcer(id, 'acteur_id', change)).rejects.toThrow('entree_journal_acteur')
    }
  })
})

test('a courriel says who asked for it; the mail that nobody asked for is the system’s', async () => {
  const mail = {
    modele: 'message_libre' as const,
    destinataire: 'a@exemple.test',
    destinataireNom: '',
    sujet: 's',
    texte: 't',
    html: 'h',
  }
  for (const acteur of [DEMANDEUR, SYSTEME]) {
    await own.db.$transaction((tx) =>
      writeMessage(tx, acteur, { ...mail, cleUnique: `essai/${acteur.type}`, creeLe: LE }),
    )
  }
  expect(await own.db.courriel.findMany({ orderBy: { cleUnique: 'asc' } })).toMatchObject([
    { acteurType: 'DEMANDEUR', acteurId: DEMANDEUR.id, acteur: 'Inès Essai' },
    { acteurType: 'SYSTEME', acteurId: null, acteur: 'Le système' },
  ])
  await expect(
    own.db.courriel.updateMany({ where: { acteurType: 'DEMANDEUR' }, data: { acteurId: null } }),
  ).rejects.toThrow('courriel_acteur')
})

test('only an officer has a session among those of officers', async () => {
  const ouvrir = (agentId: string | null) =>
    own.db.$executeRaw`
      INSERT INTO session_agent (id, agent_id, expire_le) VALUES (${randomUUID()}, ${agentId}::uuid, ${LE}::timestamptz)`
  const agent = await unAgent(own.db)
  expect(await ouvrir(agent.id)).toBe(1)
  await expect(ouvrir(DEMANDEUR.id)).rejects.toThrow('session_agent_agent_id_fkey')
  await expect(ouvrir(EXPERT.id)).rejects.toThrow('session_agent_agent_id_fkey')
  await expect(ouvrir(null)).rejects.toThrow('agent_id')
})

test('the entries and the mails of before have their kind, and the chain still holds', async () => {
  const { adminUrl, name } = inject('template')
  const url = urlOfDatabase(adminUrl, `${name}_${randomUUID().slice(0, 8)}`)
  await runSql(adminUrl, `CREATE DATABASE "${new URL(url).pathname.slice(1)}"`)
  const migrations = readdirSync('prisma/migrations')
    .filter((dossier) => /^\d/.test(dossier))
    .sort()
  const depuis = migrations.findIndex((dossier) => dossier.endsWith('_acteurs'))
  const jouer = async (dossiers: readonly string[]) => {
    for (const dossier of dossiers)
      await runSql(url, readFileSync(`prisma/migrations/${dossier}/migration.sql`, 'utf8'))
  }
  await jouer(migrations.slice(0, depuis))
  const [agent, dossier] = [randomUUID(), randomUUID()]
  const courriel = (cle: string, qui: string) =>
    `('${cle}', gen_random_uuid(), 'ar_depot', 'a@exemple.test', 's', 't', 'h', ${qui}, now())`
  await runSql(
    url,
    `INSERT INTO agent (id, courriel, nom, prenom, role) VALUES ('${agent}', 'c@exemple.test', 'Essai', 'Camille', 'LECTEUR');
     INSERT INTO entree_journal (agent_id, acteur, acte, objet, objet_id, detail) VALUES
       ('${agent}', 'Camille Essai', 'seConnecter', 'agent', '1', '{}'), (NULL, 'Le système', 'traiterLot', 'lot', '2', '{}');
     INSERT INTO courriel (cle_unique, id, modele, destinataire, sujet, texte, html, agent_id, cree_le) VALUES
       ${courriel('a', `'${agent}'`)}, ${courriel('b', 'NULL')};`,
  )
  await jouer(migrations.slice(depuis))

  const db = makeDb(url)
  expect(await db.entreeJournal.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { acteurType: 'AGENT', acteurId: agent },
    { acteurType: 'SYSTEME', acteurId: null },
  ])
  await db.$transaction((tx) =>
    writeJournal(tx, DEMANDEUR, { acte: 'ecrireMessage', objet: 'dossier', objetId: dossier, le: LE }),
  )
  expect(await verifierJournal(db)).toEqual({ entrees: 3, intact: true })
  expect(await db.courriel.findMany({ orderBy: { cleUnique: 'asc' } })).toMatchObject([
    { acteurType: 'AGENT', acteurId: agent, acteur: 'Camille Essai' },
    { acteurType: 'SYSTEME', acteurId: null, acteur: 'Le système' },
  ])
  await db.$disconnect()
  await runSql(adminUrl, `DROP DATABASE "${new URL(url).pathname.slice(1)}" WITH (FORCE)`)
})
