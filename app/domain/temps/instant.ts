import { debutDeJournee, formatJour, jourDeParis, parseJour } from '#domain/temps/jour'

const MINUTE_MS = 60_000
const HEURE_MS = 60 * MINUTE_MS

const HORLOGE = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The hour on the clocks of Paris: `08:30`. */
export const heureDeParis = (instant: Date): string => HORLOGE.format(instant)

/** An instant as a field of date and hour shows it, in Paris: `25/11/2026 08:30`. */
export const pourSaisie = (instant: Date): string => `${formatJour(jourDeParis(instant))} ${heureDeParis(instant)}`

/**
 * The instant of a date and hour of Paris (`2026-11-25T08:30`). Null when it is none: a day that does not
 * exist, or the hour that clocks skip in March. Of the hour they show twice in October, the first.
 */
export function instantDeParis(ecrit: string): Date | null {
  const lu = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(ecrit)
  const jour = lu ? parseJour(lu[1] ?? '') : null
  if (!lu || !jour) return null
  const voulu = `${formatJour(jour)} ${lu[2]}:${lu[3]}`
  const debut = debutDeJournee(jour).getTime() + Number(lu[2]) * HEURE_MS + Number(lu[3]) * MINUTE_MS
  // A day of change has 23 or 25 hours: the clock may then be one hour from what was counted since midnight.
  const candidats = [debut - HEURE_MS, debut, debut + HEURE_MS].map((ms) => new Date(ms))
  return candidats.find((instant) => pourSaisie(instant) === voulu) ?? null
}
