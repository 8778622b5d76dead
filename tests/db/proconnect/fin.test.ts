import { describe, expect, test } from 'vitest'
import { FIN, PUBLIC_URL, unMondeProConnect } from './monde'

describe('signing out of a session that came by ProConnect', () => {
  const { monde, unCompte, relie, unNavigateur } = unMondeProConnect({ web: () => import('#web/deps') })

  async function entre() {
    const { qui, sub } = await relie()
    monde.fournisseur.etat.chez.sub = sub
    const navigateur = unNavigateur()
    await navigateur.seConnecter()
    expect(await navigateur.qui()).toMatchObject({ id: qui.id })
    return { qui, navigateur }
  }
  type Navigateur = ReturnType<typeof unNavigateur>
  const sortir = (navigateur: Navigateur) => navigateur.demander('deconnexion.ts', '/extranet/deconnexion', {})
  const sessions = (demandeurId: string) => monde.own.db.sessionDemandeur.count({ where: { demandeurId } })

  test('ends that of ProConnect too, and comes back to the sign-in', async () => {
    const { qui, navigateur } = await entre()
    const { vers } = await sortir(navigateur)
    expect(await sessions(qui.id)).toBe(0)
    const { origin, searchParams } = new URL(vers ?? '')
    expect(origin).toBe(monde.fournisseur.issuer)
    expect([...searchParams.keys()].sort()).toEqual(['id_token_hint', 'post_logout_redirect_uri', 'state'])
    expect(searchParams.get('post_logout_redirect_uri')).toBe(FIN)
    // The provider asks whether it should, by a form of its own.
    const { texte } = await navigateur.chez(vers ?? '')
    const [, action = ''] = /action="([^"]+)"/.exec(texte) ?? []
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(texte) ?? []
    const fini = await navigateur.chez(action, new URLSearchParams({ xsrf, logout: 'yes' }))
    expect(fini.vers.startsWith(FIN)).toBe(true)
    const revenu = await navigateur.demander('deconnexion.ts', fini.vers)
    expect(revenu).toMatchObject({ statut: 302, vers: '/extranet/connexion' })
    expect(navigateur.temoins.has('mcei_extranet_proconnect_fin')).toBe(false)
  })

  test('that waited for a code keeps what ends it', async () => {
    const { qui } = await entre()
    const lue = await monde.own.db.sessionDemandeur.findFirstOrThrow({ where: { demandeurId: qui.id } })
    const jeton = lue.jetonProConnect ?? ''
    expect(monde.fournisseur.lire(jeton)).toMatchObject({ iss: monde.fournisseur.issuer, aud: 'extranet-mcei' })
    const request = new Request(PUBLIC_URL)
    await monde.sessions.etapes.ouvrir(qui.id, request, jeton)
    const etape = await monde.own.db.etapeDeConnexion.findFirstOrThrow({ where: { demandeurId: qui.id } })
    expect(etape.jetonProConnect).toBe(jeton)
  })

  test.each(['/extranet/deconnexion', '/extranet/deconnexion?state=', `/extranet/deconnexion?state=${'A'.repeat(43)}`])(
    'forged by %s, ends nothing',
    async (adresse) => {
      const { qui, navigateur } = await entre()
      expect(await navigateur.demander('deconnexion.ts', adresse)).toMatchObject({ statut: 302, vers: '/extranet' })
      expect(await navigateur.qui()).toMatchObject({ id: qui.id })
      await sortir(navigateur)
      expect(await navigateur.demander('deconnexion.ts', adresse)).toMatchObject({ vers: '/extranet' })
      expect(navigateur.temoins.has('mcei_extranet_proconnect_fin')).toBe(true)
    },
  )

  test('that came by a password goes nowhere else', async () => {
    const qui = await unCompte()
    const navigateur = unNavigateur()
    await navigateur.ouvrir(qui.id)
    expect(await sortir(navigateur)).toMatchObject({ vers: '/extranet' })
    expect(await sessions(qui.id)).toBe(0)
  })

  test('ends here even where ProConnect answers no more', async () => {
    const { qui, navigateur } = await entre()
    const { getEnv } = await import('#infra/env')
    const { PROCONNECT_ISSUER } = getEnv()
    Object.assign(getEnv(), { PROCONNECT_ISSUER: 'http://127.0.0.1:1' })
    expect(await sortir(navigateur)).toMatchObject({ statut: 302, vers: '/extranet' })
    Object.assign(getEnv(), { PROCONNECT_ISSUER })
    expect(await sessions(qui.id)).toBe(0)
  })
})
