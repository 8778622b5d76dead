import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '#infra/db'

const QUART_D_HEURE = 15 * 60

/** Failed sign-ins allowed per quarter of an hour: few for one account, more for one address that several people share. */
const POINTS = { compte: 8, adresse: 60 }

/**
 * Counts failed sign-ins in the database, so that every web process sees the same count.
 * `take` answers the seconds to wait, or 0; `forget` takes back the count of a sign-in that was right.
 */
export function limiteConnexion(db: Db) {
  const limiter = (kind: keyof typeof POINTS) =>
    new RateLimiterPrisma({ storeClient: db, keyPrefix: kind, points: POINTS[kind], duration: QUART_D_HEURE })
  const compte = limiter('compte')
  const adresse = limiter('adresse')
  return {
    async take(courriel: string, ip: string): Promise<number> {
      try {
        await adresse.consume(ip)
        await compte.consume(courriel)
        return 0
      } catch (limited) {
        if (limited instanceof RateLimiterRes) return Math.max(1, Math.ceil(limited.msBeforeNext / 1000))
        throw limited
      }
    },
    async forget(courriel: string, ip: string) {
      await Promise.all([compte.delete(courriel), adresse.reward(ip)])
    },
  }
}
