import type { Doute } from '#domain/pre-projet/fiche'
import { parseJour, type Jour } from '#domain/temps/jour'

export type Periode = { debut: Jour | null; fin: Jour | null; doute?: Doute }

const NOM_DU_JOUR = /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b/giu
const MOIS =
  'janv(?:ier)?|jan|f[eé]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[eé]c(?:embre)?'

/** One day as people write it, with or without its month and its year: `3`, `3/9`, `3 sept.`, `3/9/2025`, `2025-09-03`. */
const JOUR = new RegExp(
  [
    '(?<![\\d/.-])(?<iso>\\d{4}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2})(?![\\d/])',
    `(?<![\\d/.])(?<j1>\\d{1,2})\\s{0,3}[/.-]\\s{0,3}(?<m1>\\d{1,2})(?:\\s{0,3}[/.-]\\s{0,3}(?<a1>\\d{4}|\\d{2}))?(?![\\d/]|\\s{0,3}(?:${MOIS})\\b)`,
    `(?<!\\d)(?<j2>\\d{1,2})(?:er)?\\s{0,3}(?:-\\s{0,3})?(?<m2>${MOIS})\\b\\.?(?:\\s{0,3},?\\s{0,3}(?<a2>\\d{4}))?`,
    "(?<!\\d)(?<j3>\\d{1,2})(?:er)?(?=\\s{0,3}(?:au|jusqu'?au|a|à|-|–|—|et|>|→)\\s{0,3}(?:le\\s+)?\\d{1,2})",
  ].join('|'),
  'giu',
)

type Lu = { jour?: string; mois?: string; annee?: string; iso?: string }

const LETTRES = new RegExp(`(?:${MOIS})`, 'iu')

/**
 * Reads the days of a stay: `du 3/9/2025 au 12/9/2025`, `du 3 au 12 septembre 2025`, `28 août - 3 septembre 2025`, `03/09/25 – 12/09/25`.
 * What a first day does not say (month, year) is taken from the last; a year nobody wrote is never invented.
 * One day alone is the beginning; a month without a day gives nothing but its reason.
 */
export function lirePeriode(texte: string): Periode {
  const lus = Array.from(nettoyerPeriode(texte).matchAll(JOUR), ({ groups = {} }) => luDe(groups)).slice(0, 8)
  if (lus.length === 0)
    return { debut: null, fin: null, doute: LETTRES.test(texte) ? 'JOUR_ABSENT' : 'VALEUR_ILLISIBLE' }
  const jours = completer(lus).map(jourLu)
  const [premier] = lus
  if (jours.some((jour) => jour === null)) {
    const sansAnnee = !completer(lus).some(({ annee, iso }) => annee ?? iso)
    return {
      debut: jours[0] ?? null,
      fin: jours.length > 1 ? (jours[1] ?? null) : null,
      doute: sansAnnee ? 'ANNEE_ABSENTE' : 'VALEUR_ILLISIBLE',
    }
  }
  if (jours.length === 1 || !premier) return { debut: jours[0] ?? null, fin: null }
  return {
    debut: jours[0] ?? null,
    fin: jours[1] ?? null,
    ...(jours.length > 2 ? { doute: 'PLUSIEURS_VALEURS' as const } : {}),
  }
}

const nettoyerPeriode = (texte: string): string => texte.slice(0, 500).replace(NOM_DU_JOUR, ' ').replace(/\s+/gu, ' ')

const luDe = (g: Record<string, string | undefined>): Lu => ({
  iso: g['iso']?.replace(/\s?[-/.]\s?/g, '-'),
  jour: g['j1'] ?? g['j2'] ?? g['j3'],
  mois: g['m1'] ?? g['m2'],
  annee: g['a1'] ?? g['a2'],
})

/** Gives each day the month and year said after it. A stay from December to January has its first day in the year before. */
function completer(lus: Lu[]): Lu[] {
  const complets: Lu[] = []
  for (const lu of [...lus].reverse()) {
    const suivant = complets[0]
    if (lu.iso || !suivant) {
      complets.unshift(lu)
      continue
    }
    const mois = lu.mois ?? suivant.mois
    complets.unshift({ ...lu, mois, annee: lu.annee ?? anneeAvant(mois, suivant) })
  }
  return complets
}

function anneeAvant(mois: string | undefined, suivant: Lu): string | undefined {
  const dite = suivant.annee ?? suivant.iso?.slice(0, 4)
  const apres = dite?.length === 2 ? `20${dite}` : dite
  if (!apres || !mois || !suivant.mois) return apres
  const passe = rangDuMois(mois) > rangDuMois(suivant.mois)
  return passe ? String(Number(apres) - 1) : apres
}

const rangDuMois = (mois: string): number =>
  Number(parseJour(/^\d+$/.test(mois) ? `1/${mois}/2024` : `1 ${mois} 2024`)?.slice(5, 7) ?? 0)

function jourLu({ iso, jour, mois, annee }: Lu): Jour | null {
  if (iso) return parseJour(iso)
  if (!jour || !mois || !annee) return null
  return parseJour(/^\d+$/.test(mois) ? `${jour}/${mois}/${annee}` : `${jour} ${mois} ${annee}`)
}
