const UN_MO = 1_000_000
const UN_GO = 1_000_000_000

/** `1,2`: with one decimal, or none where it is round. */
const auDixieme = (n: number) => (Math.round(n * 10) / 10).toString().replace('.', ',')

/** `1,2 Mo`, `35 Ko`, `72,4 Go`: a size as a person reads it. */
export function tailleLisible(octets: number): string {
  if (octets === 0) return 'vide'
  if (octets < UN_MO) return `${Math.max(1, Math.round(octets / 1000))}\u00a0Ko`
  return octets < UN_GO ? `${auDixieme(octets / UN_MO)}\u00a0Mo` : `${auDixieme(octets / UN_GO)}\u00a0Go`
}
