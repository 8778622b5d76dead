import { data } from '@remix-run/node'

/** True for an address of this site, as this request names it (behind a proxy, as PUBLIC_URL does: scripts/front-door). */
export function estDIci(adresse: string, request: Request): boolean {
  const host = request.headers.get('Host') ?? new URL(request.url).host
  return URL.canParse(adresse) && new URL(adresse).host === host
}

/**
 * Refuses a form sent from another site. SameSite already keeps the cookie from most of them; the browser's own word
 * on where the form stands closes what is left. A request without an Origin comes from no page.
 */
export function refuseOtherOrigin(request: Request) {
  const origin = request.headers.get('Origin')
  if (origin && !estDIci(origin, request)) throw data(null, { status: 403 })
}
