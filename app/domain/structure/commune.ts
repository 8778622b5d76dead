import { no, ok, type Result } from '#domain/result'
import { COMMUNES_62 } from '#domain/structure/communes-62'
import { plier } from '#domain/texte'

export type Commune = { insee: string; nom: string; codesPostaux: string[] }

/** Why an address does not give an INSEE code. Never a reason to refuse a demande: an anomalie to show. */
export type MotifCommune = 'ABSENTE' | 'INCONNUE' | 'CODE_POSTAL_DISCORDANT' | 'HORS_DEPARTEMENT'

const COMMUNES: readonly Commune[] = toutes()

function toutes(): Commune[] {
  const parInsee = new Map<string, Commune>()
  for (const [codePostal, liste] of Object.entries(COMMUNES_62)) {
    for (const ligne of liste.split(' | ')) {
      const insee = `62${ligne.slice(0, 3)}`
      const connue = parInsee.get(insee)
      if (connue) connue.codesPostaux.push(codePostal)
      else parInsee.set(insee, { insee, nom: ligne.slice(4), codesPostaux: [codePostal] })
    }
  }
  return [...parInsee.values()]
}

const parCode = new Map(COMMUNES.map((commune) => [commune.insee, commune]))

/** The commune of the Pas-de-Calais that has this INSEE code; null for any other code. */
export const communeDInsee = (insee: string): Commune | null => parCode.get(insee) ?? null

/** How many communes the Pas-de-Calais has, as this program knows them. */
export const NOMBRE_DE_COMMUNES = COMMUNES.length

/** A commune's name as the post writes it: `ST`, `STE`, `CEDEX 9` and the article's place aside. */
const plierCommune = (nom: string) =>
  plier(nom)
    .replace(/\bcedex\b.*$/, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bsts\b/g, 'saints')
    .trim()

/** Words that people drop, shorten or change: `BOULOGNE/MER`, `ST POL S/ TERNOISE`, `NOEUX LES MINES`. */
const PETITS_MOTS = new Set('sur s ss sous les lez le la l en au aux de du des d et a'.split(' '))

/** The words of a name that tell it from another. */
const motsDe = (nom: string): string =>
  plierCommune(nom)
    .split(' ')
    .filter((mot) => !PETITS_MOTS.has(mot))
    .join(' ')

/** The communes by what is made of their name. */
function ranger(cle: (nom: string) => string): ReadonlyMap<string, readonly Commune[]> {
  const rangees = new Map<string, Commune[]>()
  for (const commune of COMMUNES) rangees.set(cle(commune.nom), [...(rangees.get(cle(commune.nom)) ?? []), commune])
  return rangees
}

const parNom = ranger(plierCommune)
const parMots = ranger(motsDe)

/** The communes that a name may be: by the whole of it, else by its words, else, where the postal code is theirs, by its first words or with words after it (`BERCK S/MER`). */
function candidates(nom: string, codePostal: string): readonly Commune[] {
  const mots = motsDe(nom)
  const entieres = parNom.get(plierCommune(nom)) ?? parMots.get(mots)
  if (entieres || mots === '') return entieres ?? []
  return COMMUNES.filter((commune) => {
    const siens = motsDe(commune.nom)
    return commune.codesPostaux.includes(codePostal) && (siens.startsWith(`${mots} `) || mots.startsWith(`${siens} `))
  })
}

/**
 * Finds the commune of an address by its name and postal code. The name decides; the code only confirms, since nine communes share
 * 62150 (docs/domaine.md § 5). A CEDEX code is accepted where the address says CEDEX.
 */
export function trouverCommune(adresse: {
  commune: string
  codePostal: string
  cedex?: boolean
}): Result<Commune, MotifCommune> {
  if (plierCommune(adresse.commune) === '') return no('ABSENTE')
  const [trouvee, ...autres] = candidates(adresse.commune, adresse.codePostal)
  const estCedex = adresse.cedex === true || /\bcedex\b/i.test(adresse.commune)
  if (trouvee && autres.length === 0) {
    const confirme = adresse.codePostal === '' || trouvee.codesPostaux.includes(adresse.codePostal)
    if (confirme || (estCedex && adresse.codePostal.startsWith('62'))) return ok(trouvee)
    return no('CODE_POSTAL_DISCORDANT', trouvee.codesPostaux.join(', '))
  }
  const [homonyme, second] = [trouvee, ...autres].filter((commune) =>
    commune?.codesPostaux.includes(adresse.codePostal),
  )
  if (homonyme && !second) return ok(homonyme)
  return adresse.codePostal !== '' && !adresse.codePostal.startsWith('62') ? no('HORS_DEPARTEMENT') : no('INCONNUE')
}
