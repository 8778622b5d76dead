import { createHash, timingSafeEqual } from 'node:crypto'
import { getEnv } from '#infra/env'

const BOUCLE = /^(?:::ffff:)?127\.|^::1$/

const empreinte = (mot: string) => createHash('sha256').update(mot).digest()

/** True for this machine itself, or who shows METRICS_TOKEN: how busy a service is tells more than it seems. */
export function surveille(request: Request, ip: unknown): boolean {
  const attendu = getEnv().METRICS_TOKEN
  const montre = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1]
  if (attendu && montre) return timingSafeEqual(empreinte(montre), empreinte(attendu))
  return typeof ip === 'string' && BOUCLE.test(ip)
}
