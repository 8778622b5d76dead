import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { hashJeton } from '#infra/jeton'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { pageSecondFacteur } from '#queries/extranet/second-facteur'
import { codeDuPas, dechiffrerSecret } from '#infra/stores/demandeur/totp'
import { ownDb } from '#support/own-db'
import { activerSecondFacteur, preparerSecondFacteur } from '#usecases/demandeur/activer-second-facteur'
import { choisirMotDePasse } from '#usecases/demandeur/choisir-mot-de-passe'
import { fermerDemandeur } from '#usecases/demandeur/fermer-demandeur'
import { oterSecondFacteur, retirerSecondFacteur } from '#usecases/demandeur/retirer-second-facteur'
import { confirmerConnexion, connecterDemandeur } from '#usecases/demandeur/se-connecter'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import type { DepsWeb } from '#web/deps'
import type * as Extranet from '#web/session-demandeur'
import { unAgent } from '../dossier/faits'

const MOT = 'quatre chevaux bleus dorment'
/** The beginning of a step. */
const T0 = Date.parse('2027-04-09T08:00:00Z')
const PAS = T0 / 30_000

type Args = LoaderFunctionArgs & ActionFunctionArgs
type Demandeur = ReturnType<typeof demandeurDe>

describe('the second factor of a demandeur', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  let web: DepsWeb
  let aux: typeof Extranet
  let motDePasse = ''
  let rang = 0
  const deps = (secondes = 0) => ({ db: own.db, now: () => new Date(T0 + secondes * 1000) })
  const ip = () => `192.0.2.${(rang += 1)}`

  beforeAll(async () => {
    own = await ownDb()
    agent = await unAgent(own.db)
    web = (await import('#web/deps')).deps
    aux = await import('#web/session-demandeur')
    motDePasse = await hashMotDePasse(MOT)
  })
  afterAll(async () => {
    await web.db.$disconnect()
    await own.drop()
  })

  const unCompte = async (): Promise<Demandeur> =>
    demandeurDe(
      await own.db.demandeur.create({
        data: {
          courriel: `${randomUUID()}@exemple.test`,
          prenom: 'Anne',
          nom: 'Pruvost',
          creeLe: new Date(T0),
          motDePasse,
        },
      }),
    )
  const lire = (qui: Demandeur) => own.db.secondFacteur.findUniqueOrThrow({ where: { demandeurId: qui.id } })
  /** What the telephone of this demandeur shows so many steps after T0. */
  async function code(qui: Demandeur, pas = 0) {
    const secret = dechiffrerSecret((await lire(qui)).secret, qui.id)
    return secret ? codeDuPas(secret, PAS + pas) : ''
  }
  /** With the second factor on since two steps before T0. */
  async function protege() {
    const qui = await unCompte()
    await preparerSecondFacteur(deps(-60), qui)
    const answer = await activerSecondFacteur(deps(-60), qui, { code: await code(qui, -2) })
    return { qui, secours: answer.ok ? answer.value.secours : [] }
  }
  async function etape(qui: Demandeur, secondes = 600) {
    const id = randomUUID()
    const expireLe = new Date(T0 + secondes * 1000)
    await own.db.etapeDeConnexion.create({ data: { id, demandeurId: qui.id, expireLe } })
    return id
  }
  const connecter = (qui: Demandeur) =>
    connecterDemandeur(deps(), { courriel: qui.courriel, motDePasse: MOT, ip: ip() })

  test('it is in force once a code of the telephone was given, and not before; its codes are kept by their hash', async () => {
    const qui = await unCompte()
    expect(await pageSecondFacteur(own.db, qui)).toEqual({ etat: 'AUCUN' })
    expect(await activerSecondFacteur(deps(), qui, { code: '000000' })).toMatchObject({ reason: 'CODE_INCORRECT' })
    expect(await preparerSecondFacteur(deps(), qui)).toMatchObject({ ok: true })
    const premier = await lire(qui)
    await preparerSecondFacteur(deps(), qui)
    expect((await lire(qui)).secret).not.toBe(premier.secret)
    const page = await pageSecondFacteur(own.db, qui)
    expect(page).toMatchObject({ etat: 'A_CONFIRMER', secret: expect.stringMatching(/^([A-Z2-7]{4} ?){8}$/) as string })
    expect(await connecter(qui)).toMatchObject({ value: { secondFacteur: false } })
    const faux = String((Number(await code(qui)) + 1) % 1_000_000).padStart(6, '0')
    expect(await activerSecondFacteur(deps(), qui, { code: faux })).toMatchObject({ reason: 'CODE_INCORRECT' })
    const answer = await activerSecondFacteur(deps(), qui, { code: await code(qui) })
    expect(answer.ok && answer.value.secours).toHaveLength(10)
    expect(await connecter(qui)).toMatchObject({ value: { secondFacteur: true } })
    const garde = await lire(qui)
    for (const un of answer.ok ? answer.value.secours : ['']) expect(garde.secours).toContain(hashJeton(un))
    expect(await pageSecondFacteur(own.db, qui)).toEqual({ etat: 'ACTIF', depuis: new Date(T0), secours: 10 })
    for (const acte of [
      preparerSecondFacteur(deps(), qui),
      activerSecondFacteur(deps(60), qui, { code: await code(qui, 2) }),
    ])
      expect(await acte).toMatchObject({ reason: 'DEJA_ACTIF' })
    expect((await lire(qui)).secret).toBe(garde.secret)
    expect(await own.db.entreeJournal.count({ where: { acte: 'activerSecondFacteur', objetId: qui.id } })).toBe(1)
  })

  test('a code comes in once, within a step of now, and none that is older than the last; the one that put it in force is spent', async () => {
    const { qui } = await protege()
    const essayer = async (pas: number, secondes = 0) =>
      confirmerConnexion(deps(secondes), { etape: await etape(qui), code: await code(qui, pas) })
    expect(await essayer(-2, -30)).toMatchObject({ reason: 'CODE_INCORRECT' })
    for (const hors of [-2, 2]) expect(await essayer(hors)).toMatchObject({ reason: 'CODE_INCORRECT' })
    const ouverte = await etape(qui)
    const saisi = await code(qui)
    const deux = await Promise.all(
      [1, 2].map(async () => confirmerConnexion(deps(), { etape: await etape(qui), code: saisi })),
    )
    expect(deux.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await confirmerConnexion(deps(), { etape: ouverte, code: saisi })).toMatchObject({
      reason: 'CODE_INCORRECT',
    })
    expect(await essayer(-1)).toMatchObject({ reason: 'CODE_INCORRECT' })
    expect(await essayer(1)).toMatchObject({ ok: true, value: { demandeurId: qui.id } })
    expect(await own.db.entreeJournal.count({ where: { acte: 'seConnecter', objetId: qui.id } })).toBe(2)
  })

  test('a code kept for the day the telephone is lost serves once, however it is typed, and of its own account', async () => {
    const [{ qui, secours }, autre] = [await protege(), await protege()]
    const [premier = ''] = secours
    const saisi = (premier.toLowerCase().match(/.{4}/g) ?? []).join('-')
    expect(await confirmerConnexion(deps(), { etape: await etape(autre.qui), code: saisi })).toMatchObject({
      ok: false,
    })
    const deux = await Promise.all(
      [1, 2].map(async () => confirmerConnexion(deps(), { etape: await etape(qui), code: saisi })),
    )
    expect(deux.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await lire(qui)).secours).toHaveLength(9)
    const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { acte: 'seConnecter', objetId: qui.id } })
    expect(entree.detail).toEqual({ secondFacteur: 'SECOURS' })
  })

  test('wrong codes wait longer each time, from wherever they come and whatever the password before them', async () => {
    const { qui } = await protege()
    const essais = []
    for (let n = 0; n < 8; n += 1) {
      await connecter(qui)
      essais.push(await confirmerConnexion(deps(), { etape: await etape(qui), code: 'AAAA' }))
    }
    expect(essais.at(0)).toMatchObject({ reason: 'CODE_INCORRECT' })
    expect(essais.at(-1)).toMatchObject({ reason: 'TROP_D_ESSAIS' })
    expect(await confirmerConnexion(deps(), { etape: await etape(qui), code: await code(qui) })).toMatchObject({
      reason: 'TROP_D_ESSAIS',
    })
  })

  test('a right password waits for its code ten minutes, once, of an open account whose password has not changed', async () => {
    const { qui } = await protege()
    const passee = await etape(qui, 0)
    for (const perdue of ['', randomUUID(), passee])
      expect(await confirmerConnexion(deps(), { etape: perdue, code: await code(qui) })).toMatchObject({
        reason: 'ETAPE_PERDUE',
      })
    await purgerPerimes(deps(1))
    expect(await own.db.etapeDeConnexion.count({ where: { id: passee } })).toBe(0)
    const jeton = randomUUID()
    await etape(qui)
    const lien = { activation: hashJeton(jeton), activationExpireLe: new Date(T0 + 60_000) }
    await own.db.demandeur.update({ where: { id: qui.id }, data: lien })
    expect(await choisirMotDePasse(deps(), { jeton, motDePasse: 'le phare garde trois bateaux' })).toEqual({
      ok: true,
      value: { demandeurId: qui.id, secondFacteur: true },
    })
    expect(await own.db.etapeDeConnexion.count({ where: { demandeurId: qui.id } })).toBe(0)
    await etape(qui)
    await fermerDemandeur(deps(), agent, { demandeurId: qui.id, version: 0 })
    expect(await own.db.etapeDeConnexion.count({ where: { demandeurId: qui.id } })).toBe(0)
    expect(await confirmerConnexion(deps(), { etape: await etape(qui), code: await code(qui) })).toMatchObject({
      reason: 'ETAPE_PERDUE',
    })
  })

  test('turned off by the password and a code, both; an officer who may takes it off of who has neither', async () => {
    const { qui } = await protege()
    const retirer = (mot: string, saisi: string) =>
      retirerSecondFacteur(deps(), qui, { motDePasse: mot, code: saisi, ip: ip() })
    expect(await retirer('faux', await code(qui))).toMatchObject({ reason: 'IDENTIFIANTS_INCONNUS' })
    expect(await retirer(MOT, 'AAAA')).toMatchObject({ reason: 'CODE_INCORRECT' })
    expect(await connecter(qui)).toMatchObject({ value: { secondFacteur: true } })
    expect(await retirer(MOT, await code(qui))).toMatchObject({ ok: true })
    expect(await connecter(qui)).toMatchObject({ value: { secondFacteur: false } })
    const { qui: perdu } = await protege()
    const vise = { demandeurId: perdu.id, version: 0 }
    await expect(oterSecondFacteur(deps(), await unAgent(own.db, 'LECTEUR'), vise)).rejects.toThrow(Forbidden)
    await etape(perdu)
    expect(await oterSecondFacteur(deps(), agent, vise)).toMatchObject({ ok: true })
    expect(await connecter(perdu)).toMatchObject({ value: { secondFacteur: false } })
    expect(await own.db.etapeDeConnexion.count({ where: { demandeurId: perdu.id } })).toBe(0)
    expect(await oterSecondFacteur(deps(), agent, { ...vise, version: 1 })).toMatchObject({
      reason: 'SANS_SECOND_FACTEUR',
    })
    const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { acte: 'oterSecondFacteur' } })
    expect(entree).toMatchObject({ acteurId: agent.id, objetId: perdu.id })
  })

  test('the cookie between the password and the code opens no page, and is gone once the code was given', async () => {
    const { qui, secours } = await protege()
    const args = (champs: Record<string, string>, cookie = ''): Args => ({
      request: new Request('http://mcei.exemple.test/extranet/page', {
        headers: { Cookie: cookie },
        method: 'POST',
        body: new URLSearchParams(champs),
      }),
      params: {},
      context: { ip: ip() },
    })
    const poser = async (nom: 'connexion' | 'connexion_.code', envoi: Args) => {
      const { action } = (await import(`../../../app/routes/extranet/${nom}.tsx`)) as {
        action: (args: Args) => Promise<Response>
      }
      return action(envoi)
    }
    const premiere = await poser('connexion', args({ courriel: qui.courriel, motDePasse: MOT }))
    expect(premiere.headers.get('Location')).toBe('/extranet/connexion/code')
    const cookie = premiere.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    expect(premiere.headers.get('Set-Cookie')).toMatch(
      /^mcei_extranet_etape=.*Path=\/extranet; .*HttpOnly; SameSite=Lax/,
    )
    for (const porte of [cookie, cookie.replace('mcei_extranet_etape', 'mcei_extranet')])
      expect(await aux.trouverDemandeur(args({}, porte).request)).toBeNull()
    const sans = await poser('connexion_.code', args({ code: secours[0] ?? '' }))
    expect(sans).toMatchObject({ soumission: { error: { '': [expect.stringContaining('recommencez')] } } })
    const refus = await poser('connexion_.code', args({ code: 'AAAA' }, cookie))
    expect(refus).toMatchObject({ soumission: { status: 'error' } })
    expect(JSON.stringify(refus)).not.toContain('AAAA')
    const entree = await poser('connexion_.code', args({ code: secours[0] ?? '' }, cookie))
    expect(entree.headers.get('Location')).toBe('/extranet/accueil')
    const [session = '', fin = ''] = entree.headers.getSetCookie()
    expect(fin).toMatch(/^mcei_extranet_etape=;.*Max-Age=0/)
    expect(await aux.trouverDemandeur(args({}, session.split(';')[0]).request)).toMatchObject({ id: qui.id })
    expect(await own.db.etapeDeConnexion.count({ where: { demandeurId: qui.id } })).toBe(0)
  })
})
