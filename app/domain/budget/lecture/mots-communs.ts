import { plier } from '#domain/texte'

/** Words that tell nothing of what they stand in. */
const VIDES = new Set(
  'de du des la le les un une et en au aux a l d pour par sur avec dans association comite club asso the of'.split(' '),
)

/** The words that name something; an s at the end does not tell two words apart. */
const motsDe = (texte: string): Set<string> =>
  new Set(
    plier(texte)
      .split(' ')
      .filter((mot) => mot.length > 1 && !VIDES.has(mot))
      .map((mot) => mot.replace(/s$/, '')),
  )

/** How many words of the shorter of two texts are in the other, 0 to 1; null-safe for texts without a word (0). */
export function motsCommuns(a: string, b: string): number {
  const [ici, la] = [motsDe(a), motsDe(b)]
  const min = Math.min(ici.size, la.size)
  return min === 0 ? 0 : [...ici].filter((mot) => la.has(mot)).length / min
}
