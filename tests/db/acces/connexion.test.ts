import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEME } from '#domain/acces/acteur'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { agentDeSession } from '#infra/stores/acces/session'
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
      navigateur: null,
    })
    expect(answer).toEqual({ ok: true, value: { agentId: id } })
    expect(await own.db.entreeJournal.count({ where: { acte: 'seConnecter', objetId: id } })).toBe(1)
  })

  test('a wrong password, an unknown address and a closed account get the same answer', async () => {
    const { courriel } = await unCompte({ actif: false })
    const answers = await Promise.all([
      seConnecter(deps(), { courriel, motDePasse: MOT_DE_PASSE, ip: ip(), navigateur: null }),
      seConnecter(deps(), { courriel, motDePasse: 'autre chose', ip: ip(), navigateur: null }),
      seConnecter(deps(), {
        courriel: `personne-${n}@exemple.test`,
        motDePasse: MOT_DE_PASSE,
        ip: ip(),
        navigateur: null,
      }),
    ])
    for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'IDENTIFIANTS_INCONNUS' })
  })

  const essayer = (
    courriel: string,
    change: { motDePasse?: string; ip?: string; navigateur?: string; le?: Date } = {},
  ) => {
    const { le = JOUR, ...autres } = change
    return seConnecter(deps(le), { courriel, motDePasse: 'faux', ip: ip(), navigateur: null, ...autres })
  }
  const dans = (secondes: number) => new Date(JOUR.getTime() + secondes * 1000)

  test('after five failures from one place each try waits longer, even for the right password', async () => {
    const { courriel } = await unCompte()
    for (let i = 0; i < 5; i += 1) expect(await essayer(courriel)).toMatchObject({ reason: 'IDENTIFIANTS_INCONNUS' })
    expect(await essayer(courriel, { motDePasse: MOT_DE_PASSE })).toEqual({
      ok: false,
      reason: 'TROP_D_ESSAIS',
      detail: '2',
    })
    expect(await essayer(courriel, { le: dans(2) })).toMatchObject({ reason: 'IDENTIFIANTS_INCONNUS' })
    expect(await essayer(courriel, { le: dans(2) })).toMatchObject({ reason: 'TROP_D_ESSAIS', detail: '5' })
    expect(await essayer(courriel, { motDePasse: MOT_DE_PASSE, le: dans(7) })).toMatchObject({ ok: true })
  })

  test('of many tries at once, no more are looked at than the free ones', async () => {
    const { courriel } = await unCompte()
    const answers = await Promise.all(Array.from({ length: 20 }, () => essayer(courriel)))
    expect(answers.filter((a) => !a.ok && a.reason === 'IDENTIFIANTS_INCONNUS')).toHaveLength(5)
  })

  test('a shared address makes no colleague wait, nor do strangers a browser that signed in before', async () => {
    const [moi, collegue] = [
      await unCompte(),
      await own.db.agent.create({
        data: {
          courriel: `collegue-${n}@exemple.test`,
          nom: 'Delattre',
          prenom: 'Ali',
          role: 'LECTEUR',
          motDePasse: empreinte,
        },
      }),
    ]
    await essayer(moi.courriel, { motDePasse: MOT_DE_PASSE, navigateur: `mien-${n}` })
    for (let i = 0; i < 9; i += 1) await essayer(moi.courriel, { navigateur: `autre-${n}` })
    expect(await essayer(moi.courriel, { motDePasse: MOT_DE_PASSE, navigateur: `autre-${n}` })).toMatchObject({
      reason: 'TROP_D_ESSAIS',
    })
    expect(await essayer(collegue.courriel, { motDePasse: MOT_DE_PASSE })).toMatchObject({ ok: true })
    expect(await essayer(moi.courriel, { motDePasse: MOT_DE_PASSE, navigateur: `mien-${n}` })).toMatchObject({
      ok: true,
    })
  })

  test('failures of the day before no longer count', async () => {
    const { courriel } = await unCompte()
    for (let i = 0; i < 6; i += 1) await essayer(courriel)
    for (let i = 0; i < 5; i += 1)
      expect(await essayer(courriel, { le: dans(25 * 3600) })).toMatchObject({ reason: 'IDENTIFIANTS_INCONNUS' })
  })

  test('a sign-in that succeeds forgets the failures before it', async () => {
    const { courriel } = await unCompte()
    for (let i = 0; i < 20; i += 1) {
      await seConnecter(deps(), { courriel, motDePasse: 'faux', ip: ip(), navigateur: null })
      expect((await seConnecter(deps(), { courriel, motDePasse: MOT_DE_PASSE, ip: ip(), navigateur: null })).ok).toBe(
        true,
      )
    }
  })
})

describe('a session', () => {
  const heures = (n: number) => new Date(JOUR.getTime() + n * 3_600_000)
  const ouverte = async () => {
    const { id: agentId } = await unCompte()
    const id = `session-${n}`
    await own.db.sessionAgent.create({ data: { id, agentId, vuLe: JOUR, expireLe: heures(12) } })
    return { id, agentId }
  }

  test('left alone for two hours it ends; used every hour and a half it lasts its day, and no longer', async () => {
    const { id, agentId } = await ouverte()
    for (const h of [1.5, 3, 4.5, 6, 7.5, 9, 10.5, 11.9])
      expect(await agentDeSession(own.db, id, heures(h)), `${h}`).toMatchObject({ id: agentId })
    expect(await agentDeSession(own.db, id, heures(12))).toBeNull()
    const { id: autre } = await ouverteEncore()
    expect(await agentDeSession(own.db, autre, heures(2))).toBeNull()
  })

  const ouverteEncore = () => {
    n += 1
    return ouverte()
  }
})

describe('activating an account', () => {
  test('a password that everybody tries, or made of the name of the person, is refused, and the link still serves', async () => {
    const jeton = await jetonDe()
    for (const motDePasse of ['motdepasse1234', 'azertyuiop123', 'ZoeCaron2026!', 'aaaaaaaaaaaaaaa', 'pasdecalais2026'])
      expect(await activerCompte(deps(), { jeton, motDePasse }), motDePasse).toEqual({
        ok: false,
        reason: 'MOT_DE_PASSE_TROP_COURANT',
      })
    expect((await activerCompte(deps(), { jeton, motDePasse: MOT_DE_PASSE })).ok).toBe(true)
  })

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
    expect(
      (await seConnecter(deps(), { courriel: voulu().courriel, motDePasse: MOT_DE_PASSE, ip: ip(), navigateur: null }))
        .ok,
    ).toBe(true)
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
