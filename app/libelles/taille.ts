const UN_MO = 1_000_000

/** `1,2 Mo`, `35 Ko`: the size of a file as a person reads it. */
export function tailleLisible(octets: number): string {
  if (octets === 0) return 'vide'
  if (octets < UN_MO) return `${Math.max(1, Math.round(octets / 1000))}\u00a0Ko`
  return `${(Math.round(octets / 100_000) / 10).toString().replace('.', ',')}\u00a0Mo`
}
