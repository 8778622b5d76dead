import { communeDInsee } from '#domain/structure/commune'
import { estOrganismePublic, type Genre } from '#domain/structure/genre'

/**
 * How the administrative court may be seized (CJA R414-1, R414-2; docs/domaine.md § 7.5). TELERECOURS: a public body must go through it. PETITE_COMMUNE: one
 * under 3 500 inhabitants may also write. SELON_LA_POPULATION: a commune of which this is not known. CITOYENS: anybody of private law. INCONNUE: of whom the
 * genre is not known, each way is said with who must take it.
 */
export const SAISINES = ['TELERECOURS', 'PETITE_COMMUNE', 'SELON_LA_POPULATION', 'CITOYENS', 'INCONNUE'] as const
export type Saisine = (typeof SAISINES)[number]

/** The SIREN of a commune of the Pas-de-Calais, but of the few below: 21, then 62, then its INSEE number on four digits, then a key. */
const SIREN_DE_COMMUNE = /^21620(\d{3})\d$/

/** Those whose SIREN says another number, with the last three digits of their INSEE code (@etalab/decoupage-administratif 6.0.0, MIT). */
const AUTRES: ReadonlyMap<string, string> = new Map([
  ['216209106', '119'], // Béthune
  ['200083418', '154'], // Bonnières
  ['200063006', '295'], // Enquin-lez-Guinegatte
  ['934483553', '447'], // Hesdin-la-Forêt
  ['200062677', '471'], // Bellinghem
  ['200057099', '691'], // Saint-Augustin
  ['200059608', '757'], // Saint-Martin-lez-Tatinghem
])

/** The communes of the Pas-de-Calais of 3 500 inhabitants or more, by the same digits (same source). */
const PEUPLEES = new Set(
  [
    '004 014 019 032 033 035 038 040 041 048 051 057 065 080 083 099 108 119 126 128 132 133 139 160 173 178 186',
    '193 194 215 244 249 250 261 263 268 270 274 276 297 318 321 351 386 397 400 401 413 427 443 447 457 473 491',
    '497 498 502 510 516 523 525 528 534 548 555 560 563 570 573 587 604 617 624 628 637 643 645 667 688 724 736',
    '737 746 753 757 758 764 765 767 771 773 774 826 842 846 861 863 865 893 894 895 907',
  ].flatMap((ligne) => ligne.split(' ')),
)

/** Whether the commune of this SIREN has 3 500 inhabitants or more; null of one that is not known, as of another département. */
function estPeuplee(siren: string): boolean | null {
  const rang = AUTRES.get(siren) ?? SIREN_DE_COMMUNE.exec(siren)?.[1]
  return rang !== undefined && communeDInsee(`62${rang}`) ? PEUPLEES.has(rang) : null
}

/** How this structure seizes the court. `siret` is 14 digits, or null where it has none. */
export function saisineDe({ genre, siret }: { genre: Genre | null; siret: string | null }): Saisine {
  if (genre === null) return 'INCONNUE'
  if (!estOrganismePublic(genre)) return 'CITOYENS'
  if (genre !== 'commune') return 'TELERECOURS'
  const peuplee = siret === null ? null : estPeuplee(siret.slice(0, 9))
  if (peuplee === null) return 'SELON_LA_POPULATION'
  return peuplee ? 'TELERECOURS' : 'PETITE_COMMUNE'
}
