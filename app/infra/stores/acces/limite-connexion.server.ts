import { createHash } from 'node:crypto'
import { ATTENTES_S, OUBLI_ECHECS_H } from '#domain/acces/attente-connexion'
import type { Db } from '#infra/db'

/**
 * Where a sign-in comes from. A browser that this account signed in from before is a place of its own: what strangers try on the account,
 * from anywhere, does not make it wait. Any other is known by its address, which several people may share: each account waits alone.
 */
export type Lieu = { navigateur: string } | { ip: string }

const HEURE_MS = 60 * 60 * 1000

const cleDe = (courriel: string, lieu: Lieu) =>
  createHash('sha256')
    .update('navigateur' in lieu ? `navigateur\n${lieu.navigateur}` : `adresse\n${lieu.ip}`)
    .update(`\n${courriel}`)
    .digest('base64url')

/**
 * Counts failed sign-ins in the database, so that every web process sees the same count, before the password is looked at: of many tries at
 * once, one goes through. `prendre` answers the seconds to wait, or 0; `oublier` takes back the count of a sign-in that was right.
 */
export function limiteConnexion(db: Db, { courriel, lieu, now }: { courriel: string; lieu: Lieu; now: Date }) {
  const cle = cleDe(courriel, lieu)
  return {
    async prendre(): Promise<number> {
      const perime = new Date(now.getTime() - OUBLI_ECHECS_H * HEURE_MS)
      const attentes = [...ATTENTES_S]
      const admis = await db.$executeRaw`
        INSERT INTO essai_connexion AS e (cle, echecs, libre_le) VALUES (${cle}, 1, ${now})
        ON CONFLICT (cle) DO UPDATE SET
          echecs = CASE WHEN e.libre_le < ${perime} THEN 1 ELSE e.echecs + 1 END,
          libre_le = CASE WHEN e.libre_le < ${perime} THEN ${now}
            ELSE ${now}::timestamptz + make_interval(secs => (${attentes}::int[])[least(e.echecs + 2, ${attentes.length})]) END
        WHERE e.libre_le <= ${now}`
      if (admis === 1) return 0
      const essai = await db.essaiConnexion.findUnique({ where: { cle } })
      return Math.max(1, Math.ceil(((essai?.libreLe.getTime() ?? 0) - now.getTime()) / 1000))
    },
    oublier: () => db.essaiConnexion.deleteMany({ where: { cle } }),
  }
}
