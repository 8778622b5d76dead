import { addDays, addMonths, type Jour, toDate } from '#domain/temps/jour'

/** The days that may be chosen, both included. */
export type Bornes = { min?: Jour | undefined; max?: Jour | undefined }

export const SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

const MOIS = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** `juillet 2025`. */
export const nomDuMois = (jour: Jour): string => MOIS.format(toDate(jour))

/** The month of this day by weeks from Monday to Sunday; null before its first day and after its last. */
export function joursDuMois(jour: Jour): (Jour | null)[][] {
  const premier = `${jour.slice(0, 8)}01`
  const suivant = addMonths(premier, 1)
  const decalage = (toDate(premier).getUTCDay() + SEMAINE.length - 1) % SEMAINE.length
  const semaines: (Jour | null)[][] = []
  for (let lundi = addDays(premier, -decalage); lundi < suivant; lundi = addDays(lundi, SEMAINE.length))
    semaines.push(
      SEMAINE.map((_, rang) => addDays(lundi, rang)).map((un) => (un < premier || un >= suivant ? null : un)),
    )
  return semaines
}
