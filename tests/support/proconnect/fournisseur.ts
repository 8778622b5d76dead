import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'

export const CLIENT = 'extranet-mcei'

/** What ProConnect knows of a request: it refuses every other parameter. */
const CONNUS = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'claims', 'acr_values']

const base64url = (quoi: unknown) => Buffer.from(JSON.stringify(quoi)).toString('base64url')

/** What is said of a token: its claims, read without looking at its signature. */
const lire = (jeton: string) =>
  JSON.parse(Buffer.from(jeton.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

type Reglage = { retour: string; fin: string; pkce: boolean }

/**
 * A provider of identity that answers on this machine as ProConnect does: no other parameter than its own, userinfo as a signed token. `chez` is who signs in
 * there; `change`, by path, what becomes of its answers on their way.
 */
export async function fournisseurDIdentite({ retour, fin, pkce }: Reglage) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'seule' }
  const secret = randomUUID()
  const etat = {
    chez: { sub: 'sub-0', email: '', given_name: 'Anne', usual_name: 'Pruvost', siret: '' },
    acr: undefined as string | undefined,
    change: {} as Record<string, (ctx: KoaContextWithOIDC) => void>,
    recus: [] as URLSearchParams[],
  }
  const serveur = createServer()
  serveur.listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const issuer = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`

  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT,
        client_secret: secret,
        redirect_uris: [retour],
        post_logout_redirect_uris: [fin],
        token_endpoint_auth_method: 'client_secret_post',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 3600, IdToken: 3600, Interaction: 600, Session: 43_200 },
    jwks: { keys: [jwk] },
    cookies: { keys: ['cles-du-test'] },
    pkce: { required: () => pkce },
    scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret'],
    claims: {
      ...{ openid: ['sub'], email: ['email'], acr: null },
      ...{ given_name: ['given_name'], usual_name: ['usual_name'], siret: ['siret'] },
    },
    acrValues: ['eidas1', 'https://proconnect.gouv.fr/assurance/certification-dirigeant'],
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = form
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ ...etat.chez, sub: accountId }) }),
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid given_name usual_name email siret')
      grant.addOIDCClaims(['acr'])
      await grant.save()
      return grant
    },
    renderError: (ctx, out) => {
      ctx.body = out
    },
  }
  const provider = new Provider(issuer, configuration)
  provider.use(async (ctx, next) => {
    if (ctx.path === '/auth') {
      const recu = new URLSearchParams(ctx.querystring)
      etat.recus.push(recu)
      const inconnu = [...recu.keys()].find((nom) => !CONNUS.includes(nom))
      if (!pkce && inconnu) {
        ctx.status = 400
        ctx.body = `Y000400 ${inconnu}`
        return
      }
    }
    await next()
    etat.change[ctx.path]?.(ctx as KoaContextWithOIDC)
  })
  const repondre = provider.callback()
  serveur.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return void repondre(req, res)
    const login = { accountId: etat.chez.sub, ...(etat.acr && { acr: etat.acr }) }
    void provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false })
  })

  /** A token with other claims, signed as the provider signs; `alg` none signs nothing. */
  function signer(jeton: string, autres: object, alg: 'RS256' | 'none' = 'RS256') {
    const dit = `${base64url({ alg, kid: 'seule', typ: 'JWT' })}.${base64url({ ...lire(jeton), ...autres })}`
    const signature = alg === 'none' ? '' : createSign('RSA-SHA256').update(dit).sign(privateKey).toString('base64url')
    return `${dit}.${signature}`
  }

  return {
    issuer,
    secret,
    etat,
    signer,
    lire,
    /** The id_token of the next exchange becomes this one. */
    changerIdToken(faire: (jeton: string) => string) {
      etat.change['/token'] = (ctx) => {
        const corps = ctx.body as { id_token: string }
        ctx.body = { ...corps, id_token: faire(corps.id_token) }
      }
    },
    async fermer() {
      serveur.closeAllConnections()
      serveur.close()
      await once(serveur, 'close')
    },
  }
}

export type Fournisseur = Awaited<ReturnType<typeof fournisseurDIdentite>>

/** A browser at the provider: follows its answers, with its cookies, until they lead elsewhere; gives where. */
export function navigateurChez({ issuer }: Fournisseur) {
  const temoins = new Map<string, string>()
  return async function aller(adresse: string, envoi?: URLSearchParams): Promise<{ vers: string; texte: string }> {
    if (!adresse.startsWith(issuer)) return { vers: adresse, texte: '' }
    const reponse = await fetch(adresse, {
      redirect: 'manual',
      headers: { Cookie: [...temoins].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ') },
      ...(envoi && { method: 'POST', body: envoi }),
    })
    for (const pose of reponse.headers.getSetCookie()) {
      const [nom = '', valeur = ''] = pose.split(';', 1).join().split(/=(.*)/s)
      temoins.set(nom, valeur)
    }
    const vers = reponse.headers.get('Location')
    if (vers) return aller(new URL(vers, issuer).href)
    return { vers: '', texte: await reponse.text() }
  }
}
