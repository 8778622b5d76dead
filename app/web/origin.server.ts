import { data } from '@remix-run/node'
import { getEnv } from '#infra/env'

/** True for an address of this site, as this request or PUBLIC_URL names it. */
export function estDIci(adresse: string, request: Request): boolean {
  const ours = getEnv().PUBLIC_URL ? [new URL(getEnv().PUBLIC_URL ?? '').host] : []
  const host = request.headers.get('Host') ?? new URL(request.url).host
  return URL.canParse(adresse) && [...ours, host].includes(new URL(adresse).host)
}

/**
 * Refuses a form sent from another site. SameSite already keeps the cookie from most of them; the browser's own word
 * on where the form stands closes what is left. A request without an Origin comes from no page.
 */
export function refuseOtherOrigin(request: Request) {
  const origin = request.headers.get('Origin')
  if (origin && !estDIci(origin, request)) throw data(null, { status: 403 })
}
