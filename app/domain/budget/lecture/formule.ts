import { celluleDe, lettresDe, positionDe, type Classeur, type Feuille } from '#domain/budget/lecture/grille'
import { parseMontant } from '#domain/budget/montant'

/** A formula followed further than this, or adding more cells, is left alone: a workbook must not keep us busy. */
const PROFONDEUR_MAX = 40
const CELLULES_MAX = 2_000

type Contexte = { classeur: Classeur; feuille: Feuille; profondeur: number; restant: { cellules: number } }

const JETON =
  /\s*(?:('(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?(\$?[A-Z]{1,3}\$?\d{1,7})(:\$?[A-Z]{1,3}\$?\d{1,7})?|(SUM|ROUND|PRODUCT)\(|(\d+(?:\.\d+)?)|([-+*/(),]))/iuy

/**
 * The number a simple formula gives: cells, numbers, + - * /, ROUND, SUM and PRODUCT over ranges, on any sheet. Null for anything else.
 * Used only where the workbook carries no cached result.
 */
export function calculer(classeur: Classeur, feuille: Feuille, formule: string): number | null {
  return evaluer(formule, { classeur, feuille, profondeur: 0, restant: { cellules: CELLULES_MAX } })
}

/** Recursive descent over the tokens; any surprise gives NaN, which spreads and ends as null. */
function evaluer(formule: string, contexte: Contexte): number | null {
  const jetons = decouper(formule)
  if (!jetons || contexte.profondeur > PROFONDEUR_MAX) return null
  let i = 0

  const somme = (): number => {
    let total = terme()
    while (jetons[i]?.signe === '+' || jetons[i]?.signe === '-')
      total += jetons[i++]?.signe === '+' ? terme() : -terme()
    return total
  }
  const terme = (): number => {
    let produit = facteur()
    while (jetons[i]?.signe === '*' || jetons[i]?.signe === '/')
      produit = jetons[i++]?.signe === '*' ? produit * facteur() : produit / facteur()
    return produit
  }
  const fermer = (valeur: number): number => (jetons[i++]?.signe === ')' ? valeur : NaN)
  const facteur = (): number => {
    const jeton = jetons[i++]
    if (!jeton) return NaN
    if (jeton.signe === '-') return -facteur()
    if (jeton.signe === '+') return facteur()
    if (jeton.signe === '(') return fermer(somme())
    if (jeton.nombre !== undefined) return jeton.nombre
    if (jeton.debut) return jeton.fin ? NaN : lire(jeton, contexte)
    if (jeton.fonction === 'ROUND') return arrondi()
    return jeton.fonction === undefined ? NaN : fermer(arguments_(jeton.fonction))
  }
  const arrondi = (): number => {
    const valeur = somme()
    const virgule = jetons[i]?.signe === ',' && ++i
    const facteur10 = 10 ** (virgule ? Math.trunc(somme()) : 0)
    return fermer(Math.round(valeur * facteur10) / facteur10)
  }
  /** An empty cell of a range is nothing to add, and nothing to multiply by. */
  const arguments_ = (fonction: 'SUM' | 'PRODUCT'): number => {
    const valeurs: number[] = []
    do {
      const jeton = jetons[i]
      if (jeton?.fin) {
        valeurs.push(...lirePlage(jeton, contexte))
        i += 1
      } else valeurs.push(somme())
    } while (jetons[i]?.signe === ',' && ++i)
    return fonction === 'SUM' ? valeurs.reduce((a, b) => a + b, 0) : valeurs.reduce((a, b) => a * b, 1)
  }

  const valeur = somme()
  return i === jetons.length && Number.isFinite(valeur) ? valeur : null
}

type Jeton = {
  signe?: string
  nombre?: number
  fonction?: 'SUM' | 'ROUND' | 'PRODUCT'
  feuille?: string
  debut?: string
  fin?: string
}

function decouper(formule: string): Jeton[] | null {
  if (formule.length > 2_000) return null
  const jetons: Jeton[] = []
  JETON.lastIndex = 0
  while (JETON.lastIndex < formule.trimEnd().length) {
    const lu = JETON.exec(formule)
    if (!lu) return null
    const [, feuille, debut, fin, fonction, nombre, signe] = lu
    if (debut)
      jetons.push({ debut, ...(fin && { fin: fin.slice(1) }), ...(feuille && { feuille: nomDeFeuille(feuille) }) })
    else if (fonction) jetons.push({ fonction: fonction.toUpperCase() as 'SUM' | 'ROUND' | 'PRODUCT' })
    else if (nombre) jetons.push({ nombre: Number(nombre) })
    else if (signe) jetons.push({ signe })
  }
  return jetons
}

const REFERENCE = /(?<=^|[^\p{L}\p{N}_])\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_(])/giu

/** A formula copied `lignes` down and `colonnes` to the right, as spreadsheets that share one between cells mean it. */
export const decaler = (formule: string, { lignes, colonnes }: { lignes: number; colonnes: number }): string =>
  formule.replace(REFERENCE, (reference) => {
    const place = positionDe(reference)
    const [fixeC, fixeL] = [reference.startsWith('$'), /\$\d/.test(reference)]
    if (!place) return reference
    const [colonne, ligne] = [place.colonne + (fixeC ? 0 : colonnes), place.ligne + (fixeL ? 0 : lignes)]
    return colonne < 1 || ligne < 1 ? '#REF!' : `${fixeC ? '$' : ''}${lettresDe(colonne)}${fixeL ? '$' : ''}${ligne}`
  })

/** The cells a formula names on its own sheet, ranges opened; null when it names others than by simple references. */
export function cellulesNommees(formule: string): Set<string> | null {
  const jetons = decouper(formule)
  if (!jetons) return null
  const nommees = new Set<string>()
  for (const { feuille, debut, fin = debut } of jetons) {
    const [a, b] = [positionDe(debut ?? ''), positionDe(fin ?? '')]
    if (!debut || feuille !== undefined) continue
    if (!a || !b) return null
    for (let ligne = Math.min(a.ligne, b.ligne); ligne <= Math.max(a.ligne, b.ligne); ligne += 1) {
      for (let colonne = Math.min(a.colonne, b.colonne); colonne <= Math.max(a.colonne, b.colonne); colonne += 1) {
        if (nommees.size >= CELLULES_MAX) return null
        nommees.add(`${lettresDe(colonne)}${ligne}`)
      }
    }
  }
  return nommees
}

const nomDeFeuille = (prefixe: string) => prefixe.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")

/** The value of one cell: nothing counts for 0. */
const lire = (jeton: Jeton, contexte: Contexte): number => lirePlage(jeton, contexte)[0] ?? 0

/** The values of the cells of a range that hold something; NaN where it cannot be followed. A text that is no amount counts for 0, as SUM does. */
function lirePlage({ feuille: nom, debut = '', fin = debut }: Jeton, contexte: Contexte): number[] {
  const feuille = nom ? contexte.classeur.feuilles.find((f) => f.nom === nom) : contexte.feuille
  const a = positionDe(debut)
  const b = positionDe(fin)
  if (!feuille || !a || !b) return [NaN]
  const valeurs: number[] = []
  for (let ligne = Math.min(a.ligne, b.ligne); ligne <= Math.max(a.ligne, b.ligne); ligne += 1) {
    for (let colonne = Math.min(a.colonne, b.colonne); colonne <= Math.max(a.colonne, b.colonne); colonne += 1) {
      if (contexte.restant.cellules-- <= 0) return [NaN]
      if (celluleDe(feuille, ligne, colonne)) valeurs.push(valeurDe(feuille, { ligne, colonne }, contexte))
    }
  }
  return valeurs
}

function valeurDe(
  feuille: Feuille,
  { ligne, colonne }: { ligne: number; colonne: number },
  contexte: Contexte,
): number {
  const cellule = celluleDe(feuille, ligne, colonne)
  if (!cellule) return 0
  if (cellule.erreur) return NaN
  if (typeof cellule.valeur === 'number') return cellule.valeur
  if (typeof cellule.valeur === 'string') return Number(parseMontant(cellule.valeur) ?? 0n) / 100
  if (!cellule.formule) return 0
  return evaluer(cellule.formule, { ...contexte, feuille, profondeur: contexte.profondeur + 1 }) ?? NaN
}
