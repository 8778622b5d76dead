import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { lireValeur } from '#domain/champ-du-service/valeur'

/** The kinds of field between two of whose values others are. */
export const TYPES_BORNES = ['NOMBRE', 'MONTANT', 'DATE'] as const satisfies TypeDeChamp[]
export type TypeBorne = (typeof TYPES_BORNES)[number]

export const estBorne = (type: TypeDeChamp): type is TypeBorne => TYPES_BORNES.some((un) => un === type)

/** Characters of a bound that is typed. */
const BORNE_MAX = 40

/**
 * One end of a range as each kind keeps it, for those that can read it: `12` is a number and an amount, `05/07/2027` a day alone. What a range is
 * asked of is known by its name, which two campagnes may give to two kinds.
 */
export type Borne = Partial<Record<TypeBorne, string>>

/** Reads one end as it was typed; null where no kind reads it. */
export function lireBorne(saisie: string): Borne | null {
  if (saisie.length > BORNE_MAX) return null
  const lues = TYPES_BORNES.flatMap((type) => {
    const lue = saisie.trim() === '' ? null : lireValeur(type, saisie)
    return lue?.ok ? [[type, lue.value] as const] : []
  })
  return lues.length > 0 ? Object.fromEntries(lues) : null
}

/** The kinds that read every end that is given. */
export const typesDesBornes = (bornes: readonly Borne[]): TypeBorne[] =>
  TYPES_BORNES.filter((type) => bornes.every((borne) => borne[type] !== undefined))
