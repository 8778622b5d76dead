import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Identite } from '#domain/demandeur/proconnect'
import { no, ok, type Result } from '#domain/result'
import { adresseDeDeconnexion, adresseDuRetour } from '#infra/jeton'
import { logger } from '#infra/logger'
import { memoireATerme } from '#infra/memoire-a-terme'
import type { ReglageProConnect } from '#infra/proconnect/reglage'

/** The longest that the provider may take to answer one question, in seconds. */
const DELAI_S = 5

const HEURE_MS = 60 * 60 * 1000

const SCOPES = 'openid given_name usual_name email siret'

/** What is kept of a departure until the return: each of it drawn at random, of 43 characters. */
export const Depart = z.object({ state: z.string(), nonce: z.string(), preuve: z.string().nullable() })
export type Depart = z.infer<typeof Depart>

/** What the provider answers of itself, asked again each hour; a failure is asked again at once. */
const decouverte = memoireATerme<oidc.Configuration>({ entrees: 1, dureeMs: HEURE_MS })

/** Everything that the provider says is signed, and by the algorithm registered there: neither none nor a shared secret ever verifies. */
const decouvrir = ({ issuer, clientId, secret, signature }: ReglageProConnect) =>
  decouverte(JSON.stringify([issuer, clientId, secret, signature]), new Date(), () =>
    oidc.discovery(
      new URL(issuer),
      clientId,
      { id_token_signed_response_alg: signature, userinfo_signed_response_alg: signature },
      oidc.ClientSecretPost(secret),
      {
        timeout: DELAI_S,
        execute: [
          oidc.enableNonRepudiationChecks,
          // In clear on this machine alone (#infra/env).
          ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
      },
    ),
  )

/** What of an error may be logged: its cause holds codes and tokens. */
function dire(err: unknown, quoi: string) {
  const { name, code, message, error } = Object(err) as Record<string, unknown>
  logger.warn({ name, code, message, error }, quoi)
}

/** Where to send somebody, and what to keep until they are back; null where the provider does not answer. `assurance` is a level to ask, beside who they are. */
export async function partir(
  reglage: ReglageProConnect,
  assurance: string | null,
): Promise<{ adresse: string; depart: Depart } | null> {
  try {
    const configuration = await decouvrir(reglage)
    const preuve = reglage.pkce ? oidc.randomPKCECodeVerifier() : null
    const depart = { state: oidc.randomState(), nonce: oidc.randomNonce(), preuve }
    const adresse = oidc.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: adresseDuRetour(), scope: SCOPES, state: depart.state, nonce: depart.nonce },
      ...(assurance && { claims: JSON.stringify({ id_token: { acr: { essential: true, value: assurance } } }) }),
      ...(preuve && {
        code_challenge: await oidc.calculatePKCECodeChallenge(preuve),
        code_challenge_method: 'S256',
      }),
    })
    return { adresse: adresse.href, depart }
  } catch (err) {
    dire(err, 'the provider of identity cannot be left for')
    return null
  }
}

const texte = z.string().max(300).catch('').default('')
const Dit = z.object({ email: texte, given_name: texte, usual_name: texte, siret: texte })

type RefusRetour = 'ABANDONNE' | 'NON_VERIFIE' | 'INJOIGNABLE'

/** What came in place of an answer: nothing, too late, an error of the server, or a page of another thing. */
function refusDe(err: unknown): RefusRetour {
  if (err instanceof oidc.AuthorizationResponseError) return err.error === 'access_denied' ? 'ABANDONNE' : 'NON_VERIFIE'
  if (err instanceof oidc.ResponseBodyError) return err.status >= 500 ? 'INJOIGNABLE' : 'NON_VERIFIE'
  if (err instanceof TypeError) return 'INJOIGNABLE'
  const { code, cause } = Object(err) as { code?: unknown; cause?: unknown }
  if (code === 'OAUTH_TIMEOUT') return 'INJOIGNABLE'
  return cause instanceof Response && cause.status >= 500 ? 'INJOIGNABLE' : 'NON_VERIFIE'
}

/**
 * Who came back with these words after the `?`: the code is exchanged once the state is the one that was given, and what is said of them is verified (issuer,
 * audience, nonce, signature of the id_token and of the userinfo, whose `sub` are one).
 */
export async function revenir(
  reglage: ReglageProConnect,
  search: string,
  { state, nonce, preuve }: Depart,
): Promise<Result<Identite, RefusRetour>> {
  let configuration: oidc.Configuration
  try {
    configuration = await decouvrir(reglage)
  } catch (err) {
    dire(err, 'the provider of identity does not answer')
    return no('INJOIGNABLE')
  }
  try {
    const ici = new URL(adresseDuRetour())
    ici.search = search
    const jetons = await oidc.authorizationCodeGrant(configuration, ici, {
      ...{ expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      ...(preuve && { pkceCodeVerifier: preuve }),
    })
    const dit = jetons.claims()
    if (!dit || !jetons.id_token) return no('NON_VERIFIE')
    const lu = Dit.parse(await oidc.fetchUserInfo(configuration, jetons.access_token, dit.sub))
    return ok({
      ...{ issuer: reglage.issuer, sub: dit.sub, acr: texte.parse(dit['acr']), siret: lu.siret.replace(/\D/g, '') },
      jeton: jetons.id_token,
      ...{ courriel: lu.email, prenom: lu.given_name, nom: lu.usual_name },
    })
  } catch (err) {
    dire(err, 'what came back from the provider of identity is refused')
    return no(refusDe(err))
  }
}

/** Where to send somebody whose session came from the provider, so that it ends there too; null where the provider does not answer, or ends none. */
export async function adresseDeFin(
  reglage: ReglageProConnect,
  jeton: string,
): Promise<{ adresse: string; state: string } | null> {
  try {
    const state = oidc.randomState()
    const adresse = oidc.buildEndSessionUrl(await decouvrir(reglage), {
      ...{ id_token_hint: jeton, post_logout_redirect_uri: adresseDeDeconnexion(), state },
    })
    // The token names the client already, and ProConnect refuses what it does not list.
    adresse.searchParams.delete('client_id')
    return { adresse: adresse.href, state }
  } catch (err) {
    dire(err, 'the session of the provider of identity cannot be ended')
    return null
  }
}
