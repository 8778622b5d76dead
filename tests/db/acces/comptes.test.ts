import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SYSTEME } from '#domain/acces/acteur'
import type { Agent, Role } from '#domain/acces/droits'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { agentDe } from '#infra/stores/acces/agent'
import { agentDeSession } from '#infra/stores/acces/session'
import { compteAgent, comptes } from '#queries/acces/comptes'
import { activerCompte } from '#usecases/acces/activer-compte'
import { donnerLien } from '#usecases/acces/donner-lien'
import { fermerAgent, rouvrirAgent } from '#usecases/acces/fermer-agent'
import { modifierAgent } from '#usecases/acces/modifier-agent'
import { seConnecter } from '#usecases/acces/se-connecter'
import { ownDb } from '#support/own-db'

const MOT_DE_PASSE = 'une phrase assez longue'
const JOUR = new Date('2026-03-02T09:00:00Z')

let own: Awaited<ReturnType<typeof ownDb>>
let empreinte: string
let admin: Agent

beforeAll(async () => {
  own = await ownDb()
  empreinte = await hashMotDePasse(MOT_DE_PASSE)
})
afterAll(() => own.drop())
beforeEach(async () => {
  await own.db.sessionAgent.deleteMany({})
  await own.db.agent.deleteMany({})
  admin = agentDe(await unCompte('chef', 'ADMIN'))
})

const deps = () => ({ db: own.db, now: () => JOUR })

const unCompte = (nom: string, role: Role) =>
  own.db.agent.create({
    data: { courriel: `${nom}@exemple.test`, nom, prenom: 'Léa', role, motDePasse: empreinte },
  })

const viser = async (id: string) => {
  const { version } = await own.db.agent.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return { agentId: id, version }
}

const entrer = (courriel: string, motDePasse: string) =>
  seConnecter(deps(), { courriel, motDePasse, ip: '192.0.2.7', navigateur: null })

test('a closed account is out at once, signs in no more, and opens again with its password', async () => {
  const { id, courriel } = await unCompte('collegue', 'INSTRUCTEUR')
  const heure = 60 * 60_000
  await own.db.sessionAgent.create({
    data: { id: 'une-session', agentId: id, expireLe: new Date(JOUR.getTime() + heure), vuLe: JOUR, navigateur: '' },
  })
  expect(await agentDeSession(own.db, 'une-session', JOUR)).toMatchObject({ id })
  expect(await fermerAgent(deps(), admin, await viser(id))).toEqual({ ok: true, value: true })
  expect(await agentDeSession(own.db, 'une-session', JOUR)).toBeNull()
  expect(await own.db.sessionAgent.count()).toBe(0)
  expect((await entrer(courriel, MOT_DE_PASSE)).ok).toBe(false)
  expect(await fermerAgent(deps(), admin, await viser(id))).toMatchObject({ reason: 'DEJA_FERME' })
  expect(await donnerLien(deps(), admin, await viser(id))).toMatchObject({ reason: 'COMPTE_FERME' })

  expect(await rouvrirAgent(deps(), admin, await viser(id))).toEqual({ ok: true, value: true })
  expect(await rouvrirAgent(deps(), admin, await viser(id))).toMatchObject({ reason: 'DEJA_OUVERT' })
  await own.db.essaiConnexion.deleteMany({})
  expect((await entrer(courriel, MOT_DE_PASSE)).ok).toBe(true)
  const { compte, entrees } = await compteAgent(own.db, id)
  expect(compte).toMatchObject({ etat: 'OUVERT', connecteLe: JOUR, dossiers: 0 })
  expect(entrees.map(({ acte, acteur }) => [acte, acteur])).toEqual([
    ['seConnecter', 'Léa collegue'],
    ['rouvrirAgent', 'Léa chef'],
    ['fermerAgent', 'Léa chef'],
  ])
})

test('the last administrator can neither be closed nor be given another role, whoever asks', async () => {
  const vise = await viser(admin.id)
  const saisie = { nom: 'chef', prenom: 'Léa', qualite: '', telephone: '', role: 'LECTEUR' as const }
  for (const acteur of [admin, SYSTEME]) {
    expect(await fermerAgent(deps(), acteur, vise)).toMatchObject({ reason: 'DERNIER_ADMIN' })
    expect(await modifierAgent(deps(), acteur, { ...vise, saisie })).toMatchObject({ reason: 'DERNIER_ADMIN' })
  }
  // One who has never chosen a password could not open the door again.
  await own.db.agent.create({ data: { courriel: 'a-activer@exemple.test', nom: 'A', prenom: 'B', role: 'ADMIN' } })
  expect(await fermerAgent(deps(), admin, vise)).toMatchObject({ reason: 'DERNIER_ADMIN' })
})

test('of two administrators who close each other at once, one stays', async () => {
  const autre = agentDe(await unCompte('autre', 'ADMIN'))
  const vises = await Promise.all([viser(admin.id), viser(autre.id)])
  const both = await Promise.all([fermerAgent(deps(), autre, vises[0]), fermerAgent(deps(), admin, vises[1])])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await own.db.agent.count({ where: { role: 'ADMIN', actif: true } })).toBe(1)
})

test('a link changes the password once, ends the sessions, and makes the one before it nothing', async () => {
  const { id, courriel } = await unCompte('collegue', 'INSTRUCTEUR')
  const jetonDe = async () => {
    const donne = await donnerLien(deps(), admin, await viser(id))
    if (!donne.ok) throw new Error(donne.reason)
    return donne.value.jeton
  }
  const premier = await jetonDe()
  const second = await jetonDe()
  const demain = new Date(JOUR.getTime() + 86_400_000)
  await own.db.sessionAgent.create({
    data: { id: 'ailleurs', agentId: id, expireLe: demain, vuLe: JOUR, navigateur: '' },
  })
  const motDePasse = 'trois petits mots neufs'
  expect(await activerCompte(deps(), { jeton: premier, motDePasse })).toMatchObject({ reason: 'LIEN_INCONNU' })
  expect((await entrer(courriel, MOT_DE_PASSE)).ok).toBe(true)
  expect((await activerCompte(deps(), { jeton: second, motDePasse })).ok).toBe(true)
  expect(await own.db.sessionAgent.count()).toBe(0)
  expect((await entrer(courriel, MOT_DE_PASSE)).ok).toBe(false)
  await own.db.essaiConnexion.deleteMany({})
  expect((await entrer(courriel, motDePasse)).ok).toBe(true)
  const journal = await own.db.entreeJournal.findMany({ where: { acte: 'donnerLien', objetId: id } })
  expect(JSON.stringify(journal, (_cle, lu: unknown) => (typeof lu === 'bigint' ? String(lu) : lu))).not.toContain(
    second,
  )
})

test('what changes is told field by field; another’s change and another’s right are refused', async () => {
  const { id } = await unCompte('collegue', 'INSTRUCTEUR')
  const vise = await viser(id)
  const saisie = {
    nom: ' Wattel ',
    prenom: 'Léa',
    qualite: 'chargée de mission',
    telephone: '',
    role: 'LECTEUR' as const,
  }
  expect((await modifierAgent(deps(), admin, { ...vise, saisie })).ok).toBe(true)
  expect(await own.db.agent.findUniqueOrThrow({ where: { id } })).toMatchObject({ nom: 'Wattel', role: 'LECTEUR' })
  const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { acte: 'modifierAgent', objetId: id } })
  expect(entree.detail).toMatchObject({
    differences: [
      { champ: 'nom', avant: 'collegue', apres: 'Wattel' },
      { champ: 'qualite', avant: '', apres: 'chargée de mission' },
      { champ: 'role', avant: 'INSTRUCTEUR', apres: 'LECTEUR' },
    ],
  })
  await expect(modifierAgent(deps(), admin, { ...vise, saisie })).rejects.toThrow('changed meanwhile')
  expect(await modifierAgent(deps(), admin, { ...(await viser(id)), saisie: { ...saisie, nom: '  ' } })).toMatchObject({
    reason: 'NOM_MANQUANT',
  })
  const responsable = agentDe(await unCompte('responsable', 'RESPONSABLE'))
  await expect(fermerAgent(deps(), responsable, await viser(id))).rejects.toThrow('forbidden')
  expect((await comptes(own.db)).map(({ nom }) => nom)).toEqual(['chef', 'responsable', 'Wattel'])
})
