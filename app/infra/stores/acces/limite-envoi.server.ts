import type { Deps } from '#infra/deps'
import { limiteConnexion } from '#infra/stores/acces/limite-connexion'

/** What who is not signed in sends: each kind is counted apart. */
type Envoi = { quoi: string; courriel: string; ip: string }

/**
 * Seconds before another sending of this kind from one place, or about one address; 0 when none. Both wait as failed sign-ins do, five follow
 * at once, and neither counts among the sign-ins.
 */
export async function attenteDEnvoi({ db, now }: Deps, { quoi, courriel, ip }: Envoi): Promise<number> {
  const limites = [
    limiteConnexion(db, { courriel: `${quoi} ${courriel}`, lieu: { ip: '' }, now: now() }),
    limiteConnexion(db, { courriel: quoi, lieu: { ip }, now: now() }),
  ]
  for (const limite of limites) {
    const attente = await limite.prendre()
    if (attente > 0) return attente
  }
  return 0
}
