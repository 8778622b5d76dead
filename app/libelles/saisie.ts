import type { RefusJour } from '#domain/temps/saisie'

/** What is wrong with a date as it was typed, and how to write it. */
export const LIBELLE_REFUS_JOUR: Record<RefusJour, string> = {
  ILLISIBLE: 'Date illisible\u00a0: écrivez JJ/MM/AAAA, par exemple 05/07/2025.',
  INEXISTANT: 'Ce jour n’existe pas\u00a0: vérifiez la date.',
}

/** The same for a date with its hour. */
export const LIBELLE_REFUS_INSTANT: Record<RefusJour, string> = {
  ILLISIBLE: 'Écrivez le jour et l’heure ainsi\u00a0: JJ/MM/AAAA HH:MM, par exemple 05/07/2025 08:30.',
  INEXISTANT: 'Ce jour ou cette heure n’existe pas\u00a0: vérifiez.',
}
