import { type Montant, somme } from '#domain/budget/montant'

/** How a scenario shares one enveloppe: MAIN gives nothing but what is fixed by hand, line by line. */
export const REGLES_DE_REPARTITION = [
  'PRORATA',
  'PARTS_EGALES',
  'PLAFOND_PAR_JEUNE',
  'PRIORITE',
  'SCORE',
  'MAIN',
] as const
export type RegleDeRepartition = (typeof REGLES_DE_REPARTITION)[number]

/** A dossier that is given a part; the order of the lines is that of priority. */
export type LigneARepartir = {
  id: string
  demandeCents: Montant
  /** How many young people; null where nobody said. */
  jeunes: number | null
  /** Mean of its rendered lectures, in hundredths of a point of 20 (#domain/notation/lecture); null where none is, which is not zero. */
  score: number | null
}

export type Repartition = {
  regle: RegleDeRepartition
  enveloppeCents: Montant
  /** Read by PLAFOND_PAR_JEUNE alone. */
  plafondParJeuneCents: Montant
  /** What is given by hand, by line, whatever the rule; taken off the enveloppe before the rule shares the rest. */
  fixes: Readonly<Record<string, Montant>>
}

/**
 * Parts of `total` in proportion to `poids`, in cents, whose sum is `total` itself: each is the whole cent below its exact share, and the cents that
 * are left go to the largest remainders, the first line before the next where two are the same.
 */
export function auProrata(total: Montant, poids: readonly Montant[]): Montant[] {
  const entier = somme(poids)
  if (entier === 0n) return poids.map(() => 0n)
  const parts = poids.map((un) => (total * un) / entier)
  const restes = poids.map((un, rang) => ({ rang, reste: (total * un) % entier }))
  const ordre = restes.sort((a, b) => (a.reste === b.reste ? a.rang - b.rang : a.reste > b.reste ? -1 : 1))
  for (const { rang } of ordre.slice(0, Number(total - somme(parts)))) parts[rang] = (parts[rang] ?? 0n) + 1n
  return parts
}

/** The same part to all, and never more than each may have: what one does not take goes to the others. Their remainders are the same, so that left cents go to the first lines. */
function aPartsEgales(total: Montant, plafonds: readonly Montant[]): Montant[] {
  const parts = plafonds.map(() => 0n)
  const ordre = plafonds.map((plafond, rang) => ({ plafond, rang })).sort((a, b) => (a.plafond === b.plafond ? a.rang - b.rang : a.plafond < b.plafond ? -1 : 1)) // prettier-ignore
  let reste = total
  for (const [n, { plafond, rang }] of ordre.entries()) {
    const autres = BigInt(ordre.length - n)
    if (plafond * autres > reste) {
      const derniers = ordre.slice(n).map((un) => un.rang)
      derniers.sort((a, b) => a - b)
      derniers.forEach((un, place) => (parts[un] = reste / autres + (BigInt(place) < reste % autres ? 1n : 0n)))
      return parts
    }
    parts[rang] = plafond
    reste -= plafond
  }
  return parts
}

/** Each in its turn all that it may have, until nothing is left: the last one served may have a part of it. */
function parPriorite(total: Montant, plafonds: readonly Montant[]): Montant[] {
  let reste = total
  return plafonds.map((plafond) => {
    const part = plafond < reste ? plafond : reste
    reste -= part
    return part
  })
}

/** The places of the lines, the best score first; those without one after all the others, and their order where two are the same. */
export function ordreDesScores(lignes: readonly Pick<LigneARepartir, 'score'>[]): number[] {
  const places = lignes.map(({ score }, rang) => ({ score, rang }))
  return places.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.rang - b.rang).map(({ rang }) => rang)
}

/** As by priority, in the order of the scores. */
function parScore(total: Montant, lignes: readonly LigneARepartir[]): Montant[] {
  const ordre = ordreDesScores(lignes)
  const parts = parPriorite(total, ordre.map((rang) => lignes[rang]?.demandeCents ?? 0n)) // prettier-ignore
  return lignes.map((_, rang) => parts[ordre.indexOf(rang)] ?? 0n)
}

const plafondDe = ({ demandeCents, jeunes }: LigneARepartir, { regle, plafondParJeuneCents }: Repartition): Montant => {
  if (regle !== 'PLAFOND_PAR_JEUNE') return demandeCents
  const plafond = plafondParJeuneCents * BigInt(jeunes ?? 0)
  return plafond < demandeCents ? plafond : demandeCents
}

function partager(
  total: Montant,
  plafonds: readonly Montant[],
  regle: Exclude<RegleDeRepartition, 'SCORE'>,
): Montant[] {
  if (regle === 'MAIN') return plafonds.map(() => 0n)
  if (total >= somme(plafonds)) return [...plafonds]
  if (regle === 'PRIORITE') return parPriorite(total, plafonds)
  return regle === 'PARTS_EGALES' ? aPartsEgales(total, plafonds) : auProrata(total, plafonds)
}

/**
 * What a scenario gives to each line, in their order: never more than was asked, and in all the enveloppe to the cent, or less where nobody may have
 * more. Amounts fixed by hand are given first, even beyond the enveloppe (the page says so). With a larger enveloppe nobody loses more than the cent
 * that the largest remainders may take elsewhere. The same scenario gives the same amounts.
 */
export function repartir(lignes: readonly LigneARepartir[], repartition: Repartition): Montant[] {
  const { fixes, regle, enveloppeCents } = repartition
  const fixee = ({ id, demandeCents }: LigneARepartir): Montant | undefined => {
    const fixe = Object.hasOwn(fixes, id) ? fixes[id] : undefined
    return fixe !== undefined && fixe > demandeCents ? demandeCents : fixe
  }
  const libres = lignes.filter((ligne) => fixee(ligne) === undefined)
  const donnes = somme(lignes.map((ligne) => fixee(ligne) ?? 0n))
  const reste = enveloppeCents > donnes ? enveloppeCents - donnes : 0n
  const plafonds = libres.map((ligne) => plafondDe(ligne, repartition))
  const parts = regle === 'SCORE' ? parScore(reste, libres) : partager(reste, plafonds, regle)
  const parId = new Map(libres.map(({ id }, rang) => [id, parts[rang] ?? 0n]))
  return lignes.map((ligne) => fixee(ligne) ?? parId.get(ligne.id) ?? 0n)
}
