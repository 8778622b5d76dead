import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { portLibre } from '#support/port-libre'
import { unMondeProConnect } from './monde'

/** A return of ProConnect that somebody changed, stole or replays opens no session and links nothing. */
describe('what comes back from ProConnect and is not what was asked', () => {
  const { monde, unCompte, relie, unNavigateur } = unMondeProConnect({ web: () => import('#web/deps') })
  let cible: Awaited<ReturnType<typeof relie>>

  beforeEach(async () => {
    cible = await relie()
    Object.assign(monde.fournisseur.etat, { change: {}, acr: undefined })
    monde.fournisseur.etat.chez.sub = cible.sub
  })

  type Navigateur = ReturnType<typeof unNavigateur>
  async function refuse(navigateur: Navigateur, retour: Promise<unknown>, refus = 'NON_VERIFIE') {
    expect(await retour).toMatchObject({ statut: refus === 'INJOIGNABLE' ? 503 : 400, vers: null, lu: { refus } })
    expect(await navigateur.qui()).toBeNull()
    expect(await monde.own.db.sessionDemandeur.count({ where: { demandeurId: cible.qui.id } })).toBe(0)
  }
  const avec = (adresse: string, change: (search: URLSearchParams) => void) => {
    const lue = new URL(adresse)
    change(lue.searchParams)
    return lue.href
  }

  test.each([
    ['missing', (s: URLSearchParams) => s.delete('state')],
    ['of another', (s: URLSearchParams) => s.set('state', 'A'.repeat(43))],
  ])('its state is %s', async (_dit, change) => {
    const navigateur = unNavigateur()
    await refuse(navigateur, navigateur.revenir(avec(await navigateur.allerAuFournisseur(), change)))
  })

  test('the return of somebody else, in a browser that never left or left for itself', async () => {
    const vole = await unNavigateur().allerAuFournisseur()
    const jamais = unNavigateur()
    await refuse(jamais, jamais.revenir(vole), 'PERDU')
    const autre = unNavigateur()
    await autre.partir()
    await refuse(autre, autre.revenir(vole))
  })

  test('a cookie that nobody signed, and one of a departure too long ago', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    const signe = navigateur.temoins.get('mcei_extranet_proconnect') ?? ''
    navigateur.temoins.set('mcei_extranet_proconnect', signe.replace(/\..*$/, '.forge'))
    await refuse(navigateur, navigateur.revenir(retour), 'PERDU')
    navigateur.temoins.set('mcei_extranet_proconnect', signe)
    const maintenant = monde.web.now
    monde.web.now = () => new Date(Date.now() + 10 * 60_000)
    await refuse(navigateur, navigateur.revenir(retour), 'PERDU')
    monde.web.now = maintenant
  })

  test('its nonce is of another departure', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    monde.fournisseur.changerIdToken((jeton) => monde.fournisseur.signer(jeton, { nonce: 'B'.repeat(43) }))
    await refuse(navigateur, navigateur.revenir(retour))
  })

  test('a code, then a state, that served', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    const depart = navigateur.temoins.get('mcei_extranet_proconnect') ?? ''
    const code = new URL(retour).searchParams.get('code') ?? ''
    expect(await navigateur.revenir(retour)).toMatchObject({ vers: '/extranet/accueil' })
    await monde.own.db.sessionDemandeur.deleteMany({ where: { demandeurId: cible.qui.id } })
    const rejeu = unNavigateur()
    rejeu.temoins.set('mcei_extranet_proconnect', depart)
    await refuse(rejeu, rejeu.revenir(retour))
    // Another code that the provider gives for the same departure: the code is new, the departure served.
    const { chez } = navigateur
    const recu = monde.fournisseur.etat.recus.at(-1)?.toString() ?? ''
    const { vers } = await chez(`${monde.fournisseur.issuer}/auth?${recu}`)
    expect(new URL(vers).searchParams.get('code')).not.toBe(code)
    rejeu.temoins.set('mcei_extranet_proconnect', depart)
    await refuse(rejeu, rejeu.revenir(vers), 'PERDU')
  })

  test('of two returns at once with the same words, one comes in at most', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    const jumeau = unNavigateur()
    for (const [nom, valeur] of navigateur.temoins) jumeau.temoins.set(nom, valeur)
    const deux = await Promise.all([navigateur.revenir(retour), jumeau.revenir(retour)])
    expect(deux.filter(({ vers }) => vers === '/extranet/accueil').length).toBeLessThanOrEqual(1)
  })

  test('it says that it comes from another provider', async () => {
    const navigateur = unNavigateur()
    const melange = avec(await navigateur.allerAuFournisseur(), (s) => s.set('iss', 'https://autre.exemple.test'))
    await refuse(navigateur, navigateur.revenir(melange))
  })

  test.each([
    ['by another issuer', { iss: 'https://autre.exemple.test' }, 'RS256'],
    ['for another service', { aud: 'un-autre-service' }, 'RS256'],
    ['and is over', { exp: 1_000 }, 'RS256'],
    ['unsigned', {}, 'none'],
  ] as const)('its id_token is given %s', async (_dit, autres, alg) => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    monde.fournisseur.changerIdToken((jeton) => monde.fournisseur.signer(jeton, autres, alg))
    await refuse(navigateur, navigateur.revenir(retour))
  })

  test('its id_token is signed by nobody that the provider knows', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    monde.fournisseur.changerIdToken((jeton) => `${jeton.split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`)
    await refuse(navigateur, navigateur.revenir(retour))
  })

  const dit = (jeton: unknown) => monde.fournisseur.lire(String(jeton))
  test.each([
    ['in clear', (jeton: unknown) => dit(jeton)],
    ['unsigned', (jeton: unknown) => monde.fournisseur.signer(String(jeton), {}, 'none')],
    ['of somebody else', (jeton: unknown) => monde.fournisseur.signer(String(jeton), { sub: randomUUID() })],
    ['for another service', (jeton: unknown) => monde.fournisseur.signer(String(jeton), { aud: 'un-autre' })],
    ['badly signed', (jeton: unknown) => `${String(jeton).split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`],
  ])('its userinfo is %s', async (_dit, change) => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    monde.fournisseur.etat.change['/me'] = (ctx) => {
      const rendu = change(ctx.body)
      ctx.body = rendu
      if (typeof rendu === 'string') ctx.type = 'application/jwt'
    }
    await refuse(navigateur, navigateur.revenir(retour))
  })

  test('no word of its address says where it leads', async () => {
    const navigateur = unNavigateur()
    const retour = avec(await navigateur.allerAuFournisseur(), (s) => {
      for (const nom of ['retour', 'redirect', 'returnTo', 'next', 'vers']) s.set(nom, 'https://mauvais.exemple.test/')
    })
    expect(await navigateur.revenir(retour)).toMatchObject({ vers: '/extranet/accueil' })
  })

  test('a session that somebody else put in the browser is not the one that is opened', async () => {
    const pirate = await unCompte()
    const navigateur = unNavigateur()
    await navigateur.ouvrir(pirate.id)
    const avant = navigateur.temoins.get('mcei_extranet')
    expect(await navigateur.revenir(await navigateur.allerAuFournisseur())).toMatchObject({ statut: 302 })
    expect(navigateur.temoins.get('mcei_extranet')).not.toBe(avant)
    expect(await navigateur.qui()).toMatchObject({ id: cible.qui.id })
  })

  test('who gives up there is told so, with the next step', async () => {
    const navigateur = unNavigateur()
    await navigateur.partir()
    const state = monde.fournisseur.etat.recus.at(-1)?.get('state') ?? ''
    const { searchParams } = new URL(await navigateur.allerAuFournisseur())
    const iss = searchParams.get('iss') ?? ''
    const refus = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? state, iss })
    await refuse(navigateur, navigateur.revenir(`/extranet/proconnect/retour?${refus.toString()}`), 'ABANDONNE')
  })

  test('a provider that answers by errors, or no more, is said to be down, and by no error of ours', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    monde.fournisseur.etat.change['/token'] = (ctx) => {
      ctx.status = 502
      ctx.body = 'panne'
    }
    await refuse(navigateur, navigateur.revenir(retour), 'INJOIGNABLE')
    const { partir } = await import('#infra/proconnect/fournisseur')
    const absent = `http://127.0.0.1:${await portLibre()}`
    const reglage = { issuer: absent, clientId: 'x', secret: 'y', pkce: false, signature: 'RS256' } as const
    expect(await partir(reglage, null)).toBeNull()
  })
})
