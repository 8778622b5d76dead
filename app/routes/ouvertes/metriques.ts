import { createHash, timingSafeEqual } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEnv } from '#infra/env'
import { metriques } from '#queries/cadre/metriques'
import { deps } from '#web/deps'

const BOUCLE = /^(?:::ffff:)?127\.|^::1$/

const empreinte = (mot: string) => createHash('sha256').update(mot).digest()

/** This machine itself, or who shows METRICS_TOKEN: how busy a service is tells more than it seems. */
function estPermis(request: Request, ip: unknown): boolean {
  const attendu = getEnv().METRICS_TOKEN
  const montre = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1]
  if (attendu && montre) return timingSafeEqual(empreinte(montre), empreinte(attendu))
  return typeof ip === 'string' && BOUCLE.test(ip)
}

/** Counts for Prometheus; nothing there names a person or a structure. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!estPermis(request, context.ip)) return new Response('Accès réservé.', { status: 403 })
  const { type, texte } = await metriques(deps.db)
  return new Response(texte, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}
