import { createCookie, redirect } from '@remix-run/node'
import { z } from 'zod'
import { type But, CERTIFICATION_DIRIGEANT, DUREE_DEPART_MS } from '#domain/demandeur/proconnect'
import { getEnv } from '#infra/env'
import { NotFound } from '#infra/errors'
import { Depart, partir } from '#infra/proconnect/fournisseur'
import { reglageProConnect, type ReglageProConnect } from '#infra/proconnect/reglage'
import { deps } from '#web/deps'

/** What a browser that was sent to ProConnect holds, signed, until it is back; nothing is written of who only leaves. */
const cookie = createCookie('mcei_extranet_proconnect', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/extranet/proconnect',
  maxAge: DUREE_DEPART_MS / 1000,
  secure: Boolean(getEnv().PUBLIC_URL?.startsWith('https:')),
  secrets: [getEnv().SESSION_SECRET],
})

const Attente = z.object({
  depart: Depart,
  but: z.discriminatedUnion('genre', [
    z.object({ genre: z.literal('CONNEXION') }),
    z.object({ genre: z.literal('RELIER'), demandeurId: z.uuid() }),
    z.object({ genre: z.literal('CERTIFIER'), demandeurId: z.uuid(), siret: z.string() }),
  ]),
  /** Held against a cookie that outlives what the browser was told. */
  expireLe: z.number(),
})

/** The provider of identity of the extranet. Throws NotFound where none is set: its addresses are not there. */
export function reglage(): ReglageProConnect {
  const lu = reglageProConnect()
  if (!lu) throw new NotFound('fournisseur', 'proconnect')
  return lu
}

/** Sends to ProConnect; null where it does not answer. Throws NotFound where none is set. */
export async function partirPourProConnect(but: But): Promise<Response | null> {
  const parti = await partir(reglage(), but.genre === 'CERTIFIER' ? CERTIFICATION_DIRIGEANT : null)
  if (!parti) return null
  const expireLe = deps.now().getTime() + DUREE_DEPART_MS
  const attente: z.input<typeof Attente> = { depart: parti.depart, but, expireLe }
  return redirect(parti.adresse, { headers: { 'Set-Cookie': await cookie.serialize(attente) } })
}

/** What this browser was sent for, with what it must bring back; null for one that was not, or too long ago. */
export async function departDe(request: Request): Promise<{ depart: Depart; but: But; expireLe: Date } | null> {
  const lue = Attente.safeParse(await cookie.parse(request.headers.get('Cookie')))
  if (!lue.success || lue.data.expireLe <= deps.now().getTime()) return null
  return { ...lue.data, expireLe: new Date(lue.data.expireLe) }
}

/** The header that forgets the departure of this browser. */
export const oublierDepart = (): Promise<string> => cookie.serialize('', { maxAge: 0 })
