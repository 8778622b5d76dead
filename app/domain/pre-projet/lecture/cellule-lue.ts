import type { Ligne } from '#domain/pre-projet/fiche'
import { couper } from '#domain/pre-projet/lecture/couper'
import type { Lecture } from '#domain/pre-projet/lecture/lecteur'
import { nettoyerLibelle, sectionDe } from '#domain/pre-projet/lecture/libelle'
import type { Section } from '#domain/pre-projet/lecture/rubriques'
import { plier } from '#domain/texte'

/** What a cell is to the reader: `LIBELLE_NU` a known label alone, `LUE` words that a reading holds, `INCONNUE` what no reading took. */
type Sorte = 'VIDE' | 'LIBELLE' | 'LIBELLE_NU' | 'TITRE' | 'LUE' | 'INCONNUE'

export type Cellule = { texte: string; sorte: Sorte }

const SECTIONS: (Section | null)[] = [null, 'STRUCTURE', 'CONTACT', 'PROJET', 'PARTENAIRE', 'BUDGET']

/** What each cell of these lines is, once they were read. A line met twice is a header or a footer. */
export function classer(
  lignes: readonly Ligne[],
  lectures: readonly Lecture[],
): { ligne: Ligne; cellules: Cellule[] }[] {
  const lus = suitesDeMots(lectures.filter(({ rubrique }) => rubrique !== 'autre').map(({ texte }) => texte))
  const vues = new Map<string, number>()
  for (const { cellules } of lignes) {
    const cle = plier(cellules.join(' '))
    vues.set(cle, (vues.get(cle) ?? 0) + 1)
  }
  return lignes.map((ligne) => {
    const repetee = (vues.get(plier(ligne.cellules.join(' '))) ?? 0) > 1
    return {
      ligne,
      cellules: ligne.cellules.map((cellule) => {
        const texte = cellule.trim()
        const sorte = sorteDe(texte, lus)
        return { texte, sorte: sorte === 'INCONNUE' && (repetee || estDuFormulaire(texte)) ? 'VIDE' : sorte }
      }),
    }
  })
}

function sorteDe(texte: string, lus: ReadonlySet<string>): Sorte {
  if (texte === '') return 'VIDE'
  const [premiere = ''] = texte.split('\n', 1)
  const morceaux = SECTIONS.flatMap((section) => couper(premiere.slice(0, LIBELLE_MAX), section)?.[0] ?? [])
  const connu = morceaux.find(({ rubrique }) => rubrique !== 'autre')
  if (connu) return connu.valeur === '' && !/:\s*$/.test(premiere) ? 'LIBELLE_NU' : 'LIBELLE'
  if ([...suitesDeMots([texte])].every((suite) => lus.has(suite))) return 'LUE'
  if (morceaux.length > 0) return SANS_OBJET.test(nettoyerLibelle(premiere)) ? 'TITRE' : 'INCONNUE'
  return sectionDe(texte) ? 'TITRE' : 'INCONNUE'
}

/** Labels that say nothing of a project: what signs, dates and files the sheet. */
const SANS_OBJET =
  /^(?:signat|cachet|fait|date|objet|envoy|cc|campagne|année|exercice|num|n°|référence|pièce|civilité|qualité|fonction|site|avis)/iu

/** The words of these texts, alone and two by two: enough to tell that words were read, in one pass. */
function suitesDeMots(textes: readonly string[]): Set<string> {
  const suites = new Set<string>()
  for (const texte of textes) {
    const mots = plier(texte).split(' ')
    for (const [i, mot] of mots.entries()) suites.add(mot).add(i === 0 ? mot : `${mots[i - 1] ?? ''} ${mot}`)
  }
  return suites
}

/** What a form says to who fills it, and what is written in its margins. */
const CONSIGNE =
  /^\(?\s*(?:nb|n\.\s?b\.|ps|rappels?|attention|important|notes?|info(?:rmation)?s?|exemples?|ex|remarque|aide|merci|veuillez|indiquez|précisez|cochez|remplissez|complétez|joindre|cadre réservé|réservé|partie réservée|à (?:retourner|renvoyer|envoyer|remplir|compléter|joindre|adresser|transmettre)|pièces? (?:à )?join|documents? à joindre|date limite|page|tél\.? |www\.|https?:|bonjour|mesdames|madame|monsieur)(?!\p{L})/iu
const MARGE = /^(?:p(?:age|\.)?\s*)?\d+(?:\s*(?:\/|sur|-)\s*\d+)?$|^\(.*\)$|^.{0,60}@\S+$/isu

const estDuFormulaire = (texte: string): boolean => CONSIGNE.test(nettoyerLibelle(texte)) || MARGE.test(texte)

const QUESTION_MAX = 200
const LIBELLE_MAX = 120
const MOTS_MAX = 14

/** Words that could name what follows: short, begun by a capital, not a sentence. */
export function ressembleAUnLibelle(texte: string): boolean {
  const nu = nettoyerLibelle(texte.replace(/\s+/gu, ' '))
  if (/\?\s*$/.test(texte.trim())) return texte.length <= QUESTION_MAX && /^\p{Lu}/u.test(nu)
  return (
    texte.length <= LIBELLE_MAX &&
    /^[\p{Lu}].*\p{L}{2}/su.test(nu) &&
    !/[.;,!]\s*$/.test(texte) &&
    nu.split(' ').length <= MOTS_MAX
  )
}

/** What ends a label on its line: a question mark, a colon, a tab, dots to fill. */
const FIN_DE_LIBELLE = /\?(?=[\s:]|$)|\s:|:(?=\s|$)|\t|\.{4}|…{2}|_{4}/u
const REMPLISSAGE = /^[\s:.…_]+/u

/** A label with its colon, its question mark, its dots or its tab, and what follows on the line; null when the line has none. */
export function libelleEtTexte(ligne: string): { libelle: string; texte: string } | null {
  const nue = ligne.trim()
  const fin = FIN_DE_LIBELLE.exec(nue.slice(0, QUESTION_MAX))
  if (!fin) return null
  const libelle = `${nue.slice(0, fin.index).trim()}${fin[0] === '?' ? '\u00a0?' : ''}`
  const texte = nue.slice(fin.index + fin[0].length).replace(REMPLISSAGE, '')
  return ressembleAUnLibelle(libelle) ? { libelle, texte: sansPoints(texte) } : null
}

/** Dots that were left after the answer. */
function sansPoints(texte: string): string {
  const fin = texte.search(/(?<![.…_\s])[\s.…_]+$/u)
  return fin >= 0 && texte.length - fin > 3 ? texte.slice(0, fin) : texte
}

/** A row of labels over a row of values: known labels and labels nobody knows, no value among them. */
export function estUneTete(cellules: readonly Cellule[], dessous: readonly Cellule[]): boolean {
  const pleines = cellules.filter(({ sorte }) => sorte !== 'VIDE')
  return (
    cellules.length === dessous.length &&
    pleines.some(({ sorte }) => sorte === 'LIBELLE_NU') &&
    pleines.some(({ sorte }) => sorte === 'INCONNUE') &&
    pleines.every(
      ({ sorte, texte }) =>
        !texte.includes('\n') && (sorte === 'LIBELLE_NU' || (sorte === 'INCONNUE' && ressembleAUnLibelle(texte))),
    ) &&
    cellules.some(({ sorte }, i) => sorte === 'LIBELLE_NU' && dessous[i]?.sorte === 'LUE')
  )
}
