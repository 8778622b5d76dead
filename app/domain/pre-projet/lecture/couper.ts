import { nettoyerLibelle, reconnaitreLibelle, type LibelleReconnu } from '#domain/pre-projet/lecture/libelle'
import type { Rubrique, Section } from '#domain/pre-projet/lecture/rubriques'

/** A label and the words that follow it on the same line, `valeur` empty when the line stops there. */
export type Morceau = LibelleReconnu & { valeur: string }

/** What may stand between a label and its value on one line. */
const SEPARATEURS =
  /(?:(?<!\s)\s+)?[:：=|]\s*|\t+|(?:(?<!\s)\s+)?(?:\.{3,}|…+|_{3,})\s*|(?<!\s)\s+[-–—]\s+|(?:(?<!\s)\s+)?\?\s+|(?<!\s)\s{2,}/gu

/** Fields whose value is recognised without a separator: `SIRET 786 329 722 00015`, `Coût total 12 500 €`. */
const SANS_SEPARATEUR: Rubrique[] = [
  'siret',
  'codePostal',
  'courriel',
  'telephone',
  'nbJeunes',
  'coutTotal',
  'montantSouhaite',
  'periode',
  'dateDebut',
  'dateFin',
]

/** Over this, a value is a text and hides no other label. */
const LONGUEUR_MAX = 1_000

/** Free texts: a colon inside is part of the sentence. */
const LIBRES: Rubrique[] = ['description', 'autresFinanceurs', 'autre']

export const estLibre = (rubrique: Rubrique): boolean => LIBRES.includes(rubrique)

/**
 * Cuts a line into its labels and values: `Pays : Irlande   Ville : Cork` gives both. Null when the line does not begin
 * with a known label.
 */
export function couper(texte: string, section: Section | null): Morceau[] | null {
  const premier = premierMorceau(texte, section)
  if (!premier) return null
  const seul = premier.valeur === '' || premier.valeur.length > LONGUEUR_MAX || estLibre(premier.rubrique)
  return seul ? [premier] : suivants(premier, section)
}

const estUnTiret = (separateur: string): boolean => /[-–—]/.test(separateur)

/** The label in front, as long as it goes: a dash may stand inside it (`CP - Ville : Lens`), a colon ends it. */
function premierMorceau(texte: string, section: Section | null): Morceau | null {
  let trouve: Morceau | null = null
  for (const separateur of texte.matchAll(SEPARATEURS)) {
    if (separateur.index === 0) continue
    if (separateur.index > 120) break
    const reconnu = reconnaitreLibelle(texte.slice(0, separateur.index), section)
    if (reconnu) trouve = { ...reconnu, valeur: texte.slice(separateur.index + separateur[0].length).trim() }
    if (trouve && !estUnTiret(separateur[0])) return trouve
  }
  const entier = reconnaitreLibelle(texte, section)
  if (entier) return { ...entier, valeur: '' }
  return trouve ?? sansSeparateur(texte, section)
}

function sansSeparateur(texte: string, section: Section | null): Morceau | null {
  const mots = texte.split(/\s+/).slice(0, 8)
  for (let n = Math.min(7, mots.length - 1); n >= 1; n -= 1) {
    const valeur = texte.trim().split(/\s+/).slice(n).join(' ')
    if (!/^(?:\d|du \d|le \d|environ \d|[^\s@]+@)/i.test(valeur)) continue
    const reconnu = reconnaitreLibelle(mots.slice(0, n).join(' '), section)
    if (reconnu && SANS_SEPARATEUR.includes(reconnu.rubrique)) return { ...reconnu, valeur }
  }
  return null
}

/** Looks in the value for further labels that end with a colon, longest label first. */
function suivants(premier: Morceau, section: Section | null): Morceau[] {
  for (const deuxPoints of premier.valeur.matchAll(/(?:(?<!\s)\s+)?:\s*/g)) {
    const avant = premier.valeur.slice(0, deuxPoints.index)
    const departs = Array.from(avant.matchAll(/(?:^|[\s,;|–—-])(?=[\p{L}])/gu), (depart) => depart.index).slice(-8)
    for (const depart of departs) {
      const reconnu = reconnaitreLibelle(avant.slice(depart), section)
      if (!reconnu || depart === 0) continue
      const reste = { ...reconnu, valeur: premier.valeur.slice(deuxPoints.index + deuxPoints[0].length).trim() }
      const tete = { ...premier, valeur: avant.slice(0, depart).replace(/(?<![\s,;|–—-])[\s,;|–—-]+$/u, '') }
      return [tete, ...(reste.valeur === '' || estLibre(reste.rubrique) ? [reste] : suivants(reste, section))]
    }
  }
  return [premier]
}

/** A line that looks like the label of something we do not know: it is no value for the label before it. */
export const sembleUnLibelle = (texte: string): boolean =>
  /^[\p{Lu}\d][^:]{1,60}\s?:(?:\s|$)/u.test(texte.trim()) &&
  nettoyerLibelle(texte.split(':')[0] ?? '').split(/\s+/).length <= 7

/** What people leave or type in a field that they do not fill. */
const NON_REMPLI =
  /^(?:[\s._…/\\\-–—?:;,xX]*|n\.?c\.?|(?:a|à) (?:compl[eé]ter|pr[eé]ciser|d[eé]finir|renseigner)|non renseign[eé]e?|cliquez .{0,60}texte\.?|choisissez un [eé]l[eé]ment\.?|[[(<].{0,40}(?:compl[eé]ter|pr[eé]ciser)[\])>])$/iu

export const estNonRempli = (texte: string): boolean => NON_REMPLI.test(texte.trim())
