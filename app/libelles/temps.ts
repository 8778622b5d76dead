import { heureDeParis } from '#domain/temps/instant'
import { jourDeParis } from '#domain/temps/jour'

const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** An instant as an officer in France reads it: `13/06/2025 à 14:32`. Days are formatted by #domain/temps/jour. */
export const formatInstant = (instant: Date) => INSTANT.format(instant).replace(' ', ' à ')

/** Since when something is kept, as one would say it: `de 14 h 03` the same day, `du 24/11/2026 à 14:03` another one. */
export const momentDe = (instant: Date, maintenant: Date): string => {
  const [heures, minutes] = heureDeParis(instant).split(':')
  return jourDeParis(instant) === jourDeParis(maintenant)
    ? `de ${Number(heures)}\u00a0h\u00a0${minutes}`
    : `du ${formatInstant(instant)}`
}
