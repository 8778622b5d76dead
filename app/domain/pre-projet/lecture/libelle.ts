import { ABREVIATIONS, MOTS_NEUTRES, MOTS_VIDES, TITRES_DE_SECTION } from '#domain/pre-projet/lecture/mots-des-libelles'
import { RUBRIQUES, type Rubrique, type Section } from '#domain/pre-projet/lecture/rubriques'
import { plier } from '#domain/texte'

/** Longer than this, a text is a sentence and not the label of a field. */
const LONGUEUR_MAX = 120
const MOTS_MAX = 12

const VIDES = new Set(MOTS_VIDES)
const singulier = (mot: string) => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot)

/** The words of a label that count: folded, without small words, in the singular. */
const motsDe = (texte: string): string[] =>
  plier(texte)
    .split(' ')
    .filter((mot) => mot !== '' && !VIDES.has(mot))
    .map((mot) => singulier(ABREVIATIONS[mot] ?? mot))

const NEUTRES = new Set(MOTS_NEUTRES.map((mot) => singulier(mot)))

type Entree = { rubrique: Rubrique; mots: string[]; section?: Section }

/** Every known label, longest first: `nom du projet` is tried before `nom`. */
const ENTREES: Entree[] = (Object.keys(RUBRIQUES) as Rubrique[])
  .flatMap((rubrique) => {
    const { toujours, selon = {} } = RUBRIQUES[rubrique]
    const communs = toujours.map((libelle): Entree => ({ rubrique, mots: motsDe(libelle) }))
    const propres = (Object.keys(selon) as Section[]).flatMap((section) =>
      (selon[section] ?? []).map((libelle): Entree => ({ rubrique, mots: motsDe(libelle), section })),
    )
    return [...communs, ...propres]
  })
  .filter(({ mots }) => mots.length > 0)
  .sort((a, b) => b.mots.length - a.mots.length)

/** True when the known words are all there in their order, and what is left adds nothing to their sense. */
function convient(connus: string[], lus: string[]): boolean {
  let trouves = 0
  for (const mot of lus) {
    if (mot === connus[trouves]) trouves += 1
    else if (!NEUTRES.has(mot)) return false
  }
  return trouves === connus.length
}

const NUMEROTATION =
  /^\s*(?:[-•·*▪◦►❑□☐–—]+|\d{1,2}(?:\.\d{1,2})+\s|\(?\d{1,2}(?:\.\d{1,2})*\s*[.)°/-]|[a-zA-Z]\)|[IVX]{1,4}\s*[.)-])\s*/u

/** A label without what surrounds it in a form: number, bullet, asterisk, colon, dots to fill, hint between brackets. */
export function nettoyerLibelle(texte: string): string {
  const nu = texte
    .replace(NUMEROTATION, '')
    .replace(/(?<![*:?.…_\s])[*:?.…_\s]+$/u, '')
    .trim()
  const sansAide = nu.replace(/(?:(?<!\s)\s+)?[([][^)\]]{0,120}[)\]]\s*/g, ' ').trim()
  return sansAide || nu
}

/** A label recognised. `court`: a short label (`Nom`, `Ville`) whose sense comes from the part of the form it stands in. */
export type LibelleReconnu = { rubrique: Rubrique; court: boolean }

/**
 * The field that this label asks for, or null. `section` is the part of the form being read: it tells the `Nom` of the
 * structure from the `Nom` of the contact; without it, such a short label says nothing.
 */
export function reconnaitreLibelle(texte: string, section: Section | null = null): LibelleReconnu | null {
  if (texte.length > LONGUEUR_MAX) return null
  const lus = motsDe(nettoyerLibelle(texte))
  if (lus.length === 0 || lus.length > MOTS_MAX) return null
  const trouvees = ENTREES.filter(
    (entree) => (!entree.section || entree.section === section) && convient(entree.mots, lus),
  )
  const longueur = trouvees[0]?.mots.length
  const meilleures = trouvees.filter(({ mots }) => mots.length === longueur)
  const choisie = meilleures.find((entree) => entree.section) ?? meilleures[0]
  return choisie ? { rubrique: choisie.rubrique, court: choisie.section !== undefined } : null
}

/** Every title of a part of the form, with the words it comes to. */
const TITRES = (Object.keys(TITRES_DE_SECTION) as Section[]).flatMap((section) =>
  TITRES_DE_SECTION[section].map((titre) => ({ section, mots: motsDe(titre).join(' ') })),
)

/** The part of the form that a title opens, or null when the text is not one. */
export function sectionDe(texte: string): Section | null {
  if (texte.length > LONGUEUR_MAX || /:\s*\S/.test(texte)) return null
  const lus = motsDe(nettoyerLibelle(texte)).join(' ')
  return TITRES.find(({ mots }) => mots === lus)?.section ?? null
}
