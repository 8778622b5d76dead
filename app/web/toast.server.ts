import { createCookie, redirect } from '@remix-run/node'
import { getEnv } from '#infra/env'

/** A word on what just happened, shown once on the next page. `lien` leads to what it speaks of; `acte` is what takes it back, and what it is posted with. */
export type Toast = {
  texte: string
  genre: 'success' | 'info' | 'warning'
  lien?: { texte: string; vers: string }
  acte?: { texte: string; action: string; champs: Record<string, string> }
}

const cookie = createCookie('mcei_toast', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 60,
  secrets: [getEnv().SESSION_SECRET],
})

/** Goes to a page and says there what was done. */
export async function redirectWithToast(vers: string, toast: Toast, headers = new Headers()) {
  headers.append('Set-Cookie', await cookie.serialize(toast))
  return redirect(vers, { headers })
}

/** The toast waiting for this browser, and the header that takes it away. */
export async function takeToast(headers: Headers): Promise<{ toast: Toast | null; header: string | null }> {
  const toast = (await cookie.parse(headers.get('Cookie'))) as Toast | null
  return toast ? { toast, header: await cookie.serialize('', { maxAge: 0 }) } : { toast: null, header: null }
}
