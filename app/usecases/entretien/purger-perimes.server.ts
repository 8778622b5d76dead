import { OUBLI_ECHECS_H, OUBLI_NAVIGATEUR_J } from '#domain/acces/attente-connexion'
import { PRESENCE_MS } from '#domain/demande-en-ligne/presence'
import { JOURS_DE_NOUVELLES } from '#domain/nouvelle/abonnement'
import type { Deps } from '#infra/deps'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** A carried promise is kept longer than the queue keeps its job (7 days), so that it can still be looked at. */
const PROMESSE_GARDEE = 30 * DAY

/** A submission is sent again within minutes, or the next morning. */
const ENVOI_GARDE = 15 * DAY

/** Deletes sessions that ended, submissions nobody sends again, promises carried a month ago, what no longer counts at a sign-in, requests for
 * an account whose address nobody confirmed, who was on a demande, and old news. */
export async function purgerPerimes({ db, now }: Deps): Promise<{ sessions: number; promesses: number }> {
  const today = now()
  const sessions = await db.sessionAgent.deleteMany({ where: { expireLe: { lt: today } } })
  await db.sessionDemandeur.deleteMany({ where: { expireLe: { lt: today } } })
  await db.etapeDeConnexion.deleteMany({ where: { expireLe: { lt: today } } })
  await db.retourProConnect.deleteMany({ where: { expireLe: { lt: today } } })
  const avant = (ms: number) => ({ lt: new Date(today.getTime() - ms) })
  const promesses = await db.outboxJob.deleteMany({ where: { publishedAt: avant(PROMESSE_GARDEE) } })
  await db.ouvertureDeCompte.deleteMany({ where: { etat: 'A_CONFIRMER', confirmationExpireLe: { lt: today } } })
  await db.envoiFait.deleteMany({ where: { faitLe: avant(ENVOI_GARDE) } })
  await db.essaiConnexion.deleteMany({ where: { libreLe: avant(OUBLI_ECHECS_H * HOUR) } })
  await db.navigateurConnu.deleteMany({ where: { vuLe: avant(OUBLI_NAVIGATEUR_J * DAY) } })
  await db.presenceSurDemande.deleteMany({ where: { vuLe: avant(PRESENCE_MS) } })
  await db.nouvelle.deleteMany({ where: { le: avant(JOURS_DE_NOUVELLES * DAY) } })
  return { sessions: sessions.count, promesses: promesses.count }
}
