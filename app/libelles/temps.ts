const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** An instant as an officer in France reads it: `13/06/2025 à 14:32`. Days are formatted by #domain/temps/jour. */
export const formatInstant = (instant: Date) => INSTANT.format(instant).replace(' ', ' à ')
