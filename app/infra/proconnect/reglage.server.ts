import { getEnv } from '#infra/env'

/** How the provider of identity of the extranet is spoken to; `signature` is that of all it says. */
export type ReglageProConnect = {
  issuer: string
  clientId: string
  secret: string
  pkce: boolean
  signature: 'RS256' | 'ES256'
}

/** The provider of identity of the extranet; null where none is set. */
export function reglageProConnect(): ReglageProConnect | null {
  const { PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID, PROCONNECT_CLIENT_SECRET, ...env } = getEnv()
  if (!PROCONNECT_ISSUER || !PROCONNECT_CLIENT_ID || !PROCONNECT_CLIENT_SECRET) return null
  return {
    ...{ issuer: PROCONNECT_ISSUER, clientId: PROCONNECT_CLIENT_ID, secret: PROCONNECT_CLIENT_SECRET },
    ...{ pkce: env.PROCONNECT_PKCE === 'oui', signature: env.PROCONNECT_SIGNATURE },
  }
}
