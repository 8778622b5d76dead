import { describe, expect, test } from 'vitest'
import { unMondeProConnect } from './monde'

describe('a provider of identity that demands a proof key', () => {
  const { monde, relie, unNavigateur } = unMondeProConnect({ web: () => import('#web/deps'), pkce: true })

  test('is given one where PROCONNECT_PKCE says so, and signs in', async () => {
    const { qui, sub } = await relie()
    monde.fournisseur.etat.chez.sub = sub
    const navigateur = unNavigateur()
    expect(await navigateur.seConnecter()).toMatchObject({ vers: '/extranet/accueil' })
    expect(monde.fournisseur.etat.recus.at(-1)?.get('code_challenge_method')).toBe('S256')
    expect(await navigateur.qui()).toMatchObject({ id: qui.id })
  })

  test('and refuses the code of a departure whose proof is another', async () => {
    const navigateur = unNavigateur()
    const retour = await navigateur.allerAuFournisseur()
    const premier = navigateur.temoins.get('mcei_extranet_proconnect') ?? ''
    const { createCookie } = await import('@remix-run/node')
    const { getEnv } = await import('#infra/env')
    const cookie = createCookie('mcei_extranet_proconnect', { secrets: [getEnv().SESSION_SECRET] })
    const lu = (await cookie.parse(`mcei_extranet_proconnect=${premier}`)) as { depart: object }
    const change = await cookie.serialize({ ...lu, depart: { ...lu.depart, preuve: 'C'.repeat(43) } })
    navigateur.temoins.set('mcei_extranet_proconnect', /=(.*?);/.exec(change)?.[1] ?? '')
    expect(await navigateur.revenir(retour)).toMatchObject({ statut: 400, lu: { refus: 'NON_VERIFIE' } })
  })
})
