import { compareJours, type Jour } from '#domain/temps/jour'

/** The next day on which somebody gives an opinion or votes, as the campagne announces it, that day counted; null where none is announced. */
export const prochaineSeance = (
  { commissionLe, seancesCp }: { commissionLe: Jour | null; seancesCp: readonly Jour[] },
  today: Jour,
): Jour | null =>
  [...(commissionLe ? [commissionLe] : []), ...seancesCp]
    .sort(compareJours)
    .find((le) => compareJours(le, today) >= 0) ?? null
