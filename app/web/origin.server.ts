import { data } from '@remix-run/node'
import { getEnv } from '#infra/env'

/**
 * Refuses a form sent from another site. SameSite already keeps the cookie from most of them; the browser's own word
 * on where the form stands closes what is left. A request without an Origin comes from no page.
 */
export function refuseOtherOrigin(request: Request) {
  const origin = request.headers.get('Origin')
  if (!origin) return
  const ours = getEnv().PUBLIC_URL ? [new URL(getEnv().PUBLIC_URL ?? '').host] : []
  const host = request.headers.get('Host') ?? new URL(request.url).host
  if (!URL.canParse(origin) || ![...ours, host].includes(new URL(origin).host)) throw data(null, { status: 403 })
}
