import { daysBetween, type Jour } from '#domain/temps/jour'

/** Words that every project of these calls has: they bring two titles no closer. */
const MOTS_VIDES = new Set(
  'a au aux avec d dans de des du en et l la le les pour sur un une projet projets sejour echange echanges rencontre rencontres jeunes jeune mei jumelage'.split(
    ' ',
  ),
)

const motsDe = (plie: string): string[] => plie.split(' ').filter((mot) => mot !== '')

function trigrammes(mots: readonly string[]): Map<string, number> {
  const comptes = new Map<string, number>()
  for (const mot of mots) {
    const borde = `  ${mot} `
    for (let i = 0; i + 3 <= borde.length; i += 1) {
      const trois = borde.slice(i, i + 3)
      comptes.set(trois, (comptes.get(trois) ?? 0) + 1)
    }
  }
  return comptes
}

const total = (comptes: Map<string, number>): number => [...comptes.values()].reduce((somme, n) => somme + n, 0)

function dice(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [trigrammes(a), trigrammes(b)]
  const taille = total(x) + total(y)
  if (taille === 0) return 0
  let communs = 0
  for (const [trois, n] of x) communs += Math.min(n, y.get(trois) ?? 0)
  return (2 * communs) / taille
}

/**
 * How alike two folded titles are, from 0 to 1: Dice over the groups of three letters of their words, in any order, those that every
 * project has left out unless a title has no other.
 */
export function similarite(a: string, b: string): number {
  const [tousA, tousB] = [motsDe(a), motsDe(b)]
  const [propresA, propresB] = [tousA, tousB].map((mots) => mots.filter((mot) => !MOTS_VIDES.has(mot))) as [
    string[],
    string[],
  ]
  return propresA.length > 0 && propresB.length > 0 ? dice(propresA, propresB) : dice(tousA, tousB)
}

export type Periode = { dateDebut: Jour | null; dateFin: Jour | null }

/** Days between two stays: 0 when they share one, null when a date is missing. */
export function joursEntre(a: Periode, b: Periode): number | null {
  const [debutA, debutB] = [a.dateDebut, b.dateDebut]
  if (!debutA || !debutB) return null
  const [finA, finB] = [a.dateFin ?? debutA, b.dateFin ?? debutB]
  return Math.max(0, daysBetween(finA, debutB), daysBetween(finB, debutA))
}

export type Projet = Periode & { titrePlie: string; villePliee: string }

/** Titles that say the same to an officer; titles that may, when the place or the dates say it too. */
export const TITRES_PAREILS = 0.6
const TITRES_PROCHES = 0.35
const JOURS_PROCHES = 7

/** Whether two fiches of one structure tell the same project: by their titles, else by the place and the dates. */
export function estMemeProjet(a: Projet, b: Projet): boolean {
  const titres = similarite(a.titrePlie, b.titrePlie)
  if (titres >= TITRES_PAREILS) return true
  const memeVille = a.villePliee !== '' && a.villePliee === b.villePliee
  const jours = joursEntre(a, b)
  const memesJours = jours !== null && jours <= JOURS_PROCHES
  return (memeVille && memesJours) || (titres >= TITRES_PROCHES && (memeVille || memesJours))
}
