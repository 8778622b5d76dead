import { compter } from '#domain/nombre'
import { heureDeParis } from '#domain/temps/instant'
import { jourDeParis } from '#domain/temps/jour'

const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** An instant as an officer in France reads it: `13/06/2025 à 14:32`. Days are formatted by #domain/temps/jour. */
export const formatInstant = (instant: Date) => INSTANT.format(instant).replace(' ', ' à ')

/** `14 h 03`, in Paris. */
export const formatHeure = (instant: Date): string => {
  const [heures, minutes] = heureDeParis(instant).split(':')
  return `${Number(heures)}\u00a0h\u00a0${minutes}`
}

/** `45 secondes`, `12 minutes`, `2 jours`: how long, in the largest unit that fills it. */
export function dureeLisible(secondes: number): string {
  if (secondes < 120) return compter(secondes, 'seconde')
  if (secondes < 2 * 3_600) return compter(Math.floor(secondes / 60), 'minute')
  return secondes < 2 * 86_400
    ? compter(Math.floor(secondes / 3_600), 'heure')
    : compter(Math.floor(secondes / 86_400), 'jour')
}

/** Since when something is kept, as one would say it: `de 14 h 03` the same day, `du 24/11/2026 à 14:03` another one. */
export const momentDe = (instant: Date, maintenant: Date): string =>
  jourDeParis(instant) === jourDeParis(maintenant) ? `de ${formatHeure(instant)}` : `du ${formatInstant(instant)}`
