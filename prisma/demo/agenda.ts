import type { Agent } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import type { Storage } from '#infra/storage'
import { type Calendrier, jourDActe } from './calendrier'

/** `relectrice`: who reads what the responsable decided, and lets it go. */
type Equipe = { instructeur: Agent; responsable: Agent; relectrice: Agent }

/** What the demonstration is lived with: the database, the files, who acts, its days, and the instant of its loading, after which nothing is. */
export type Monde = { db: Db; storage: Storage; equipe: Equipe; calendrier: Calendrier; maintenant: Date }

export type DepsDemo = { db: Db; storage: Storage; now: () => Date }

/** Something that somebody did, and when. */
export type Evenement = { le: Date; faire: (deps: DepsDemo) => Promise<unknown> }

/** An instant of this day, UTC, and never after the loading. */
export function instant(
  { maintenant }: Pick<Monde, 'maintenant'>,
  jour: Jour,
  [heure, minute = 20]: [number, number?],
): Date {
  const voulu = new Date(`${jour}T${String(heure).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`)
  return voulu > maintenant ? maintenant : voulu
}

/** The same on the first working day from this one on: what an officer does. */
export const auBureau = (monde: Pick<Monde, 'maintenant'>, jour: Jour, heure: [number, number?]): Date =>
  instant(monde, jourDActe(jour), heure)

/** What an act answered. A demonstration that a rule refuses is a bug of the demonstration. */
export function must<T>(answer: Result<T>, quoi: string): T {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${quoi}: ${answer.reason}`)
  return answer.value
}
