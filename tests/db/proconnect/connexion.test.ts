import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { activerSecondFacteur, preparerSecondFacteur } from '#usecases/demandeur/activer-second-facteur'
import { codeDuPas, dechiffrerSecret } from '#infra/stores/demandeur/totp'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { RETOUR, unMondeProConnect } from './monde'

describe('a demandeur and ProConnect', () => {
  const { monde, unCompte, relie, unNavigateur } = unMondeProConnect({ web: () => import('#web/deps') })
  const chez = (sub: string, autres = {}) => Object.assign(monde.fournisseur.etat.chez, { sub, ...autres })
  const journal = (acte: 'seConnecter' | 'relierProConnect' | 'delierProConnect', objetId: string) =>
    monde.own.db.entreeJournal.findMany({ where: { acte, objetId } })

  test('who is linked is signed in like by a password: same cookie, same table, same journal; what is asked is what ProConnect knows', async () => {
    const { qui, sub } = await relie()
    chez(sub)
    const navigateur = unNavigateur()
    const entree = await navigateur.seConnecter()
    expect(entree).toMatchObject({ statut: 302, vers: '/extranet/accueil' })
    expect(await navigateur.qui()).toMatchObject({ id: qui.id })
    expect(navigateur.temoins.has('mcei_extranet_proconnect')).toBe(false)
    const session = await monde.own.db.sessionDemandeur.findFirstOrThrow({ where: { demandeurId: qui.id } })
    expect(session.expireLe.getTime() - session.creeLe.getTime()).toBe(12 * 60 * 60 * 1000)
    expect(await journal('seConnecter', qui.id)).toMatchObject([{ detail: { par: 'PROCONNECT' }, acteurId: qui.id }])
    const recu = monde.fournisseur.etat.recus.at(-1)
    expect([...(recu?.keys() ?? [])].sort()).toEqual(
      ['client_id', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].sort(),
    )
    expect(recu?.get('scope')).toBe('openid given_name usual_name email siret')
    expect(recu?.get('redirect_uri')).toBe(RETOUR)
    for (const nom of ['state', 'nonce']) expect(recu?.get(nom)?.length).toBeGreaterThanOrEqual(32)
  })

  test('the cookie of a departure is of this address alone, for ten minutes, and no script reads it', async () => {
    const { poses } = await unNavigateur().partir()
    expect(poses).toHaveLength(1)
    expect(poses[0]).toMatch(
      /^mcei_extranet_proconnect=.*; Max-Age=600; Path=\/extranet\/proconnect; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test('an unknown person is never linked by their address: they are told to sign in, then to link', async () => {
    const qui = await unCompte()
    chez(randomUUID(), { email: qui.courriel })
    const navigateur = unNavigateur()
    expect(await navigateur.seConnecter()).toMatchObject({ statut: 400, lu: { refus: 'NON_RELIE' } })
    expect(await navigateur.qui()).toBeNull()
    expect(await monde.own.db.identiteProConnect.count({ where: { demandeurId: qui.id } })).toBe(0)
    expect(await monde.own.db.sessionDemandeur.count({ where: { demandeurId: qui.id } })).toBe(0)
  })

  test('a closed account is opened by nobody', async () => {
    const { qui, sub } = await relie({ actif: false })
    chez(sub)
    expect(await unNavigateur().seConnecter()).toMatchObject({ lu: { refus: 'NON_RELIE' } })
    expect(await monde.own.db.sessionDemandeur.count({ where: { demandeurId: qui.id } })).toBe(0)
  })

  test('linked from their account, signed in by it, then no more: each told in the journal, once', async () => {
    const qui = await unCompte()
    const sub = randomUUID()
    chez(sub, { email: 'anne.pruvost@association.exemple.test' })
    const navigateur = unNavigateur()
    await navigateur.ouvrir(qui.id)
    for (const _fois of [1, 2]) expect(await navigateur.relier()).toMatchObject({ vers: '/extranet/relier-proconnect' })
    const page = await navigateur.demander('relier-proconnect.tsx', '/extranet/relier-proconnect')
    expect(page.lu).toMatchObject({ lien: { courriel: 'anne.pruvost@association.exemple.test' } })
    expect(await journal('relierProConnect', qui.id)).toMatchObject([{ acteurId: qui.id }])
    expect(await unNavigateur().seConnecter()).toMatchObject({ vers: '/extranet/accueil' })
    for (const _fois of [1, 2])
      await navigateur.demander('relier-proconnect.tsx', '/extranet/relier-proconnect', { intent: 'delier' })
    expect(await journal('delierProConnect', qui.id)).toHaveLength(1)
    expect(await unNavigateur().seConnecter()).toMatchObject({ lu: { refus: 'NON_RELIE' } })
  })

  test('one identity is of one account, and an account has one', async () => {
    const { sub } = await relie()
    const autre = await unCompte()
    const navigateur = unNavigateur()
    await navigateur.ouvrir(autre.id)
    chez(sub)
    expect(await navigateur.relier()).toMatchObject({ lu: { refus: 'PRISE', connecte: true } })
    const { qui } = await relie()
    const sien = unNavigateur()
    await sien.ouvrir(qui.id)
    chez(randomUUID())
    expect(await sien.relier()).toMatchObject({ lu: { refus: 'DEJA_RELIE' } })
    expect(await monde.own.db.identiteProConnect.count({ where: { demandeurId: { in: [autre.id, qui.id] } } })).toBe(1)
  })

  test('who left to link an account, and is signed in to another on the way back, links neither', async () => {
    const [anne, lise] = [await unCompte(), await unCompte()]
    chez(randomUUID())
    const navigateur = unNavigateur()
    await navigateur.ouvrir(anne.id)
    const { vers } = await navigateur.demander('relier-proconnect.tsx', '/extranet/relier-proconnect', {
      intent: 'relier',
    })
    const retour = (await navigateur.chez(vers ?? '')).vers
    await navigateur.ouvrir(lise.id)
    expect(await navigateur.revenir(retour)).toMatchObject({ lu: { refus: 'AUTRE_SESSION' } })
    expect(await monde.own.db.identiteProConnect.count({ where: { demandeurId: { in: [anne.id, lise.id] } } })).toBe(0)
  })

  test('whoever turned a second factor on is asked its code all the same', async () => {
    const { qui, sub } = await relie()
    const deps = { db: monde.own.db, now: () => new Date() }
    await preparerSecondFacteur(deps, qui)
    const { secret } = await deps.db.secondFacteur.findUniqueOrThrow({ where: { demandeurId: qui.id } })
    const octets = dechiffrerSecret(secret, qui.id) ?? Buffer.alloc(0)
    const code = codeDuPas(octets, Math.floor(Date.now() / 30_000))
    expect(await activerSecondFacteur(deps, qui, { code })).toMatchObject({ ok: true })
    chez(sub)
    const navigateur = unNavigateur()
    expect(await navigateur.seConnecter()).toMatchObject({ vers: '/extranet/connexion/code' })
    expect(await navigateur.qui()).toBeNull()
    expect(await journal('seConnecter', qui.id)).toEqual([])
  })

  test('the pages show a button, and returns that served are forgotten once they could serve no more', async () => {
    const page = await unNavigateur().demander('connexion.tsx', '/extranet/connexion')
    expect(page.lu).toEqual({ proConnect: true })
    const { sub } = await relie()
    chez(sub)
    await unNavigateur().seConnecter()
    const restants = () => monde.own.db.retourProConnect.count()
    expect(await restants()).toBeGreaterThan(0)
    await purgerPerimes({ db: monde.own.db, now: () => new Date() })
    expect(await restants()).toBeGreaterThan(0)
    await purgerPerimes({ db: monde.own.db, now: () => new Date(Date.now() + 11 * 60_000) })
    expect(await restants()).toBe(0)
  })
})
