import { createCookie } from '@remix-run/node'
import { getEnv } from '#infra/env'
import { hashJeton, newJeton } from '#infra/jeton'
import { deps } from '#web/deps'

/** A session as it is opened; `id` is the hash of the token that the cookie holds. */
type Ouverte = { id: string; expireLe: Date; vuLe: Date; navigateur: string }

type Audience = {
  cookie: string
  /** The addresses that receive the cookie. */
  path: '/' | '/extranet'
  dureeMs: number
  /** `jeton`: the id_token of a provider of identity, where one said who it is. */
  creer: (qui: string, session: Ouverte, jeton: string | null) => PromiseLike<unknown>
  finir: (id: string) => PromiseLike<unknown>
}

/** The sessions of one audience, by a cookie and a table of its own: what one audience holds opens nothing of another's. */
export function temoinDe({ cookie: nom, path, dureeMs, creer, finir }: Audience) {
  const cookie = createCookie(nom, {
    httpOnly: true,
    sameSite: 'lax',
    path,
    secure: Boolean(getEnv().PUBLIC_URL?.startsWith('https:')),
    secrets: [getEnv().SESSION_SECRET],
  })
  /** The id of the session of this request; empty for none. */
  const id = async (request: Request): Promise<string> => {
    const token: unknown = await cookie.parse(request.headers.get('Cookie'))
    return typeof token === 'string' && token.length > 0 ? hashJeton(token) : ''
  }
  return {
    id,
    /** Opens a session; gives the Set-Cookie header. */
    async ouvrir(qui: string, request: Request, jeton: string | null = null): Promise<string> {
      const token = newJeton()
      const vuLe = deps.now()
      const expireLe = new Date(vuLe.getTime() + dureeMs)
      const navigateur = (request.headers.get('User-Agent') ?? '').slice(0, 300)
      await creer(qui, { id: hashJeton(token), expireLe, vuLe, navigateur }, jeton)
      return cookie.serialize(token, { expires: expireLe })
    },
    /** Ends the session of this request, on the server too; gives the header that clears the cookie. */
    async fermer(request: Request): Promise<string> {
      const session = await id(request)
      if (session) await finir(session)
      return cookie.serialize('', { maxAge: 0 })
    },
  }
}
