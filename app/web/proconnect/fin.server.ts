import { createCookie, redirect } from '@remix-run/node'
import { DUREE_DEPART_MS } from '#domain/demandeur/proconnect'
import { getEnv } from '#infra/env'
import { adresseDeFin } from '#infra/proconnect/fournisseur'
import { reglageProConnect } from '#infra/proconnect/reglage'

/** What a browser that ends its session at ProConnect must bring back. */
const cookie = createCookie('mcei_extranet_proconnect_fin', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/extranet/deconnexion',
  maxAge: DUREE_DEPART_MS / 1000,
  secure: Boolean(getEnv().PUBLIC_URL?.startsWith('https:')),
  secrets: [getEnv().SESSION_SECRET],
})

/** Where to send who came by ProConnect, once their session here is over; null where it cannot be ended there. */
export async function finirChezProConnect(jeton: string): Promise<{ adresse: string; header: string } | null> {
  const reglage = reglageProConnect()
  const fin = reglage && (await adresseDeFin(reglage, jeton))
  return fin && { adresse: fin.adresse, header: await cookie.serialize(fin.state) }
}

/**
 * The way back from there: to the sign-in for who left, to the first page for anybody else. The session here was over before they left, by a form of ours: this
 * address ends none, whoever sends to it.
 */
export async function revenuDeLaFin(request: Request): Promise<Response> {
  const state = new URL(request.url).searchParams.get('state')
  const attendu: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (!state || state !== attendu) return redirect('/extranet')
  return redirect('/extranet/connexion', { headers: { 'Set-Cookie': await cookie.serialize('', { maxAge: 0 }) } })
}
