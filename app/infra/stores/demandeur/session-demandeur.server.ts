import type { Demandeur } from '#domain/acces/acteur'
import { INACTIVITE_MAX_H } from '#domain/acces/attente-connexion'
import type { Db } from '#infra/db'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'

const MINUTE_MS = 60_000

/** A session says that it was seen at most this often, in ms. */
const PAS_VUE = 5 * MINUTE_MS

const avant = (now: Date, ms: number) => new Date(now.getTime() - ms)

/** What a session of a demandeur is, that has not ended nor been left alone too long. */
export const sessionVivante = (now: Date) => ({
  expireLe: { gt: now },
  vuLe: { gt: avant(now, INACTIVITE_MAX_H * 60 * MINUTE_MS) },
})

const lireSession = (db: Db, id: string, now: Date) =>
  db.sessionDemandeur.findFirst({
    where: { id, ...sessionVivante(now), demandeur: { actif: true } },
    select: { vuLe: true, demandeur: true },
  })

/** The demandeur of a session that lives, their account open; it was seen now. `id` is the hash of the cookie's token. */
export async function demandeurDeSession(db: Db, id: string, now: Date): Promise<Demandeur | null> {
  const lue = await lireSession(db, id, now)
  if (!lue) return null
  if (lue.vuLe <= avant(now, PAS_VUE)) await db.sessionDemandeur.updateMany({ where: { id }, data: { vuLe: now } })
  return demandeurDe(lue.demandeur)
}

/** The same for what a page asks by itself: it does not say that somebody is there, and a session left alone ends all the same. */
export async function demandeurDUnePageSeule(db: Db, id: string, now: Date): Promise<Demandeur | null> {
  const lue = await lireSession(db, id, now)
  return lue && demandeurDe(lue.demandeur)
}
