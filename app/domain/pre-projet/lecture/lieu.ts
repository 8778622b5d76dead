import { plier } from '#domain/texte'

const LETTRES = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Names in use that the list of States does not hold, with regions that calls for projects treat as countries. */
const AUTRES_NOMS = [
  'quebec',
  'angleterre',
  'ecosse',
  'pays de galles',
  'irlande du nord',
  'grande bretagne',
  'usa',
  'etats unis d amerique',
  'republique tcheque',
  'hollande',
  'coree',
  'bielorussie',
  'birmanie',
  'palestine',
  'territoires palestiniens',
  'congo',
  'rdc',
  'republique democratique du congo',
  'cote d ivoire',
  'kurdistan',
  'macedoine',
  'kosovo',
  'wallonie',
  'flandre',
  'catalogne',
  'baviere',
  'ile maurice',
  'republique de moldavie',
  'republique d irlande',
  'turquie',
  'eswatini',
]

/** Every country by its French name, as the language itself lists them. */
const PAYS: ReadonlySet<string> = new Set([
  ...AUTRES_NOMS,
  ...LETTRES.flatMap((a) => LETTRES.map((b) => a + b)).flatMap((code) => {
    const nom = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' }).of(code)
    return nom ? [plier(nom)] : []
  }),
])

export const estUnPays = (texte: string): boolean => PAYS.has(plier(texte).replace(/^(?:la|le|les|l|en|au|aux) /, ''))

export type Lieu = { pays: string | null; ville: string | null }

/**
 * Cuts a destination into its country and its town: `Herne (Allemagne)`, `Irlande – Cork`, `Ziguinchor, Sénégal`, `Iași en Roumanie`.
 * Without a country that is known, the words are the town.
 */
export function lireLieu(texte: string): Lieu {
  const parts = texte
    .split(/[(),;/\n]|(?<!\s)\s+[-–—|]\s+|(?<!\s)\s+(?:en|au|aux)\s+(?=\p{Lu})/u)
    .map((part) => part.trim().replace(/^(?:à|a|en|au|aux)\s+/iu, ''))
    .filter((part) => part !== '')
  const pays = parts.filter(estUnPays)
  const villes = parts.filter((part) => !estUnPays(part))
  if (pays.length === 0) return { pays: null, ville: texte.trim() || null }
  return { pays: pays.join(', '), ville: villes.join(', ') || null }
}

/** A town with its postal code, in either order: `62780 CUCQ`, `CUCQ (62780)`, `62018 Arras Cedex`. */
export function lireCommune(texte: string): { commune: string | null; codePostal: string | null } {
  const code = /(?<!\d)(\d{2})\s?(\d{3})(?!\d)/.exec(texte)
  const commune = texte
    .replace(code?.[0] ?? '', ' ')
    .replace(/\bcedex\b(?:\s*\d+)?/iu, ' ')
    .replace(/^[\s(),;:/–—-]+|(?<![\s(),;:/–—-])[\s(),;:/–—-]+$/gu, '')
    .replace(/\s+/gu, ' ')
  return { commune: commune || null, codePostal: code ? `${code[1]}${code[2]}` : null }
}
