import { createCookie } from '@remix-run/node'
import { OUBLI_NAVIGATEUR_J } from '#domain/acces/attente-connexion'
import { getEnv } from '#infra/env'
import { hashJeton, newJeton } from '#infra/jeton'

const cookie = createCookie('mcei_navigateur', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: OUBLI_NAVIGATEUR_J * 24 * 60 * 60,
  secure: Boolean(getEnv().PUBLIC_URL?.startsWith('https:')),
  secrets: [getEnv().SESSION_SECRET],
})

/** This browser, by the hash of a token of its own that opens nothing; `header` gives it one for a year more. */
export async function navigateurDe(request: Request): Promise<{ id: string; header: string }> {
  const lu: unknown = await cookie.parse(request.headers.get('Cookie'))
  const token = typeof lu === 'string' && lu.length > 0 ? lu : newJeton()
  return { id: hashJeton(token), header: await cookie.serialize(token) }
}
