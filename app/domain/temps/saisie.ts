import { instantDeParis } from '#domain/temps/instant'
import { type Jour, parseJour } from '#domain/temps/jour'
import { no, ok, type Result } from '#domain/result'

/** Why what was typed is no day: nothing that looks like one, or a day that no calendar has. */
export type RefusJour = 'ILLISIBLE' | 'INEXISTANT'

const SERRE = /^(\d{2})(\d{2})(\d{4}|\d{2})$/
const NUMERIQUE = /^(?:\d{1,2}[/. -]\d{1,2}[/. -](?:\d{4}|\d{2})|\d{4}[/-]\d{1,2}[/-]\d{1,2})$/

/** Typed or pasted: `05/07/2025`, `5/7/25`, `5.7.2025`, `05072025`, `2025-07-05`, `5 juillet 2025`. */
export function jourSaisi(saisie: string): Result<Jour, RefusJour> {
  const texte = saisie.trim()
  const ecrit = texte.replace(SERRE, '$1/$2/$3')
  // A spreadsheet’s number is a day in a workbook only: nobody types one.
  const jour = /^\d{5}$/.test(texte) ? null : parseJour(ecrit)
  return jour === null ? no(NUMERIQUE.test(ecrit) ? 'INEXISTANT' : 'ILLISIBLE') : ok(jour)
}

const HEURE = /(?:T|,? à |,? )(\d{1,2}) ?[:hH] ?(\d{2})?$/

/** A day as above, then an hour of Paris: `05/07/2025 08:30`, `5/7/25 à 8 h 30`, `2025-07-05T08:30`. */
export function instantSaisi(saisie: string): Result<Date, RefusJour> {
  const texte = saisie.trim().replace(/\s+/gu, ' ')
  const heure = HEURE.exec(texte)
  const jour = jourSaisi(heure ? texte.slice(0, heure.index) : texte)
  if (!jour.ok) return jour
  if (!heure) return no('ILLISIBLE')
  const [, heures = '', minutes = '00'] = heure
  const instant = instantDeParis(`${jour.value}T${heures.padStart(2, '0')}:${minutes}`)
  return instant ? ok(instant) : no('INEXISTANT')
}
