import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEME } from '#domain/acces/acteur'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { activerCompte } from '#usecases/acces/activer-compte'
import { creerAgent } from '#usecases/acces/creer-agent'
import { seConnecter } from '#usecases/acces/se-connecter'
import { ownDb } from '#support/own-db'

const MOT_DE_PASSE = 'une phrase assez longue'
const JOUR = new Date('2026-03-02T09:00:00Z')

let own: Awaited<ReturnType<typeof ownDb>>
let empreinte: string
let n = 0

beforeAll(async () => {
  own = await ownDb()
  empreinte = await hashMotDePasse(MOT_DE_PASSE)
})
afterAll(() => own.drop())
beforeEach(() => {
  n += 1
})

const deps = (instant = JOUR) => ({ db: own.db, now: () => instant })
const ip = () => `192.0.2.${n}`

const unCompte = (change: { actif?: boolean } = {}) =>
  own.db.agent.create({
    data: {
      courriel: `agent-${n}@exemple.test`,
      nom: 'Wattel',
      prenom: 'Léa',
      role: 'LECTEUR',
      motDePasse: empreinte,
      ...change,
    },
  })

describe('signing in', () => {
  test('the right password opens, whatever the case of the address, and the journal says so', async () => {
    const { id, courriel } = await unCompte()
    const answer = await seConnecter(deps(), {
      courriel: ` ${courriel.toUpperCase()} `,
      motDePasse: MOT_DE_PASSE,
      ip: ip(),
    })
    expect(answer).toEqual({ ok: true, value: { agentId: id } })
    expect(await own.db.entreeJournal.count({ where: { acte: 'seConnecter', objetId: id } })).toBe(1)
  })

  test('a wrong password, an unknown address and a closed account get the same answer', async () => {
    const { courriel } = await unCompte({ actif: false })
    const answers = await Promise.all([
      seConnecter(deps(), { courriel, motDePasse: MOT_DE_PASSE, ip: ip() }),
      seConnecter(deps(), { courriel, motDePasse: 'autre chose', ip: ip() }),
      seConnecter(deps(), { courriel: `personne-${n}@exemple.test`, motDePasse: MOT_DE_PASSE, ip: ip() }),
    ])
    for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'IDENTIFIANTS_INCONNUS' })
  })

  test('after eight failures the account waits, even for the right password', async () => {
    const { courriel } = await unCompte()
    for (let i = 0; i < 8; i += 1) await seConnecter(deps(), { courriel, motDePasse: 'faux', ip: `198.51.100.${i}` })
    const answer = await seConnecter(deps(), { courriel, motDePasse: MOT_DE_PASSE, ip: ip() })
    expect(answer).toMatchObject({ ok: false, reason: 'TROP_D_ESSAIS', detail: expect.stringMatching(/^1[0-5]$/) })
  })

  test('a sign-in that succeeds forgets the failures before it', async () => {
    const { courriel } = await unCompte()
    for (let i = 0; i < 20; i += 1) {
      await seConnecter(deps(), { courriel, motDePasse: 'faux', ip: ip() })
      expect((await seConnecter(deps(), { courriel, motDePasse: MOT_DE_PASSE, ip: ip() })).ok).toBe(true)
    }
  })
})

describe('activating an account', () => {
  const voulu = () => ({
    courriel: `nouveau-${n}@exemple.test`,
    nom: 'Caron',
    prenom: 'Zoé',
    role: 'INSTRUCTEUR' as const,
  })
  const jetonDe = async () => {
    const cree = await creerAgent(deps(), SYSTEME, voulu())
    if (!cree.ok) throw new Error(cree.reason)
    return cree.value.jeton
  }

  test('the link serves once, then the password opens', async () => {
    const jeton = await jetonDe()
    expect((await activerCompte(deps(), { jeton, motDePasse: MOT_DE_PASSE })).ok).toBe(true)
    expect(await activerCompte(deps(), { jeton, motDePasse: 'un autre mot de passe' })).toEqual({
      ok: false,
      reason: 'LIEN_INCONNU',
    })
    expect((await seConnecter(deps(), { courriel: voulu().courriel, motDePasse: MOT_DE_PASSE, ip: ip() })).ok).toBe(
      true,
    )
  })

  test('of two people who use the link at once, one wins', async () => {
    const jeton = await jetonDe()
    const both = await Promise.all(
      [1, 2].map((i) => activerCompte(deps(), { jeton, motDePasse: `${MOT_DE_PASSE} ${i}` })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('a link of eight days, a link nobody made and a short password open nothing', async () => {
    const jeton = await jetonDe()
    const plusTard = new Date(JOUR.getTime() + 8 * 86_400_000)
    expect(await activerCompte(deps(plusTard), { jeton, motDePasse: MOT_DE_PASSE })).toEqual({
      ok: false,
      reason: 'LIEN_INCONNU',
    })
    expect(await activerCompte(deps(), { jeton: 'inventé', motDePasse: MOT_DE_PASSE })).toEqual({
      ok: false,
      reason: 'LIEN_INCONNU',
    })
    expect(await activerCompte(deps(), { jeton, motDePasse: 'court' })).toEqual({
      ok: false,
      reason: 'MOT_DE_PASSE_TROP_COURT',
    })
    expect((await own.db.agent.findUniqueOrThrow({ where: { courriel: voulu().courriel } })).motDePasse).toBeNull()
  })
})
