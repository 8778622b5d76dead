import type { Lu } from '#domain/campagne/saisie-reglage'
import { no, ok } from '#domain/result'
import { nettoyer } from '#domain/texte'

/** The longest text of a règlement, in characters: about eight printed pages. */
export const LONGUEUR_MAX_REGLEMENT = 20_000

/** A part of a règlement as it is read: the title of an article, a paragraph, or the points of a list. */
export type Bloc =
  | { sorte: 'TITRE'; mots: string }
  | { sorte: 'PARAGRAPHE'; mots: string }
  | { sorte: 'LISTE'; points: readonly string[] }

/** As it was pasted, line by line: without what no reader sees, and one blank line at most between two that say something. `''`: none. */
export function texteDeReglement(saisi: string): Lu<string> {
  const lu = saisi
    .split(/\r\n|\r|\n/)
    .map(nettoyer)
    .filter((ligne, rang, lignes) => ligne !== '' || (rang > 0 && lignes[rang - 1] !== ''))
    .join('\n')
    .trim()
  return lu.length > LONGUEUR_MAX_REGLEMENT ? no('REGLEMENT_TROP_LONG') : ok(lu)
}

const PUCE = /^[-–—•▪◦*]\s+/u
const TITRE =
  /^(?:(?:article|chapitre|titre|section|annexe)\s+(?:\d+\S{0,3}|[IVXL]+|[A-Z]|premier|unique)|pr[ée]ambule)(?:\s*[-–—:.]\s*.{0,120})?$/iu

/** The parts of a text, in its order. A line is a paragraph, as it is where somebody pastes it; those that begin with a dash are one list. */
export function blocsDuReglement(texte: string): Bloc[] {
  const blocs: Bloc[] = []
  let points: string[] | null = null
  for (const ligne of texte.split('\n')) {
    if (PUCE.test(ligne)) {
      const point = ligne.replace(PUCE, '')
      if (points) points.push(point)
      else blocs.push({ sorte: 'LISTE', points: (points = [point]) })
    } else {
      points = null
      if (ligne !== '') blocs.push({ sorte: TITRE.test(ligne) ? 'TITRE' : 'PARAGRAPHE', mots: ligne })
    }
  }
  return blocs
}

/** Of two texts, the lines that only one of them has, in its order: what an officer reads before saying yes, instead of both whole. */
export function lignesChangees(avant: string, apres: string): { retirees: string[]; ajoutees: string[] } {
  const [a, b] = [avant, apres].map((texte) => texte.split('\n').filter((ligne) => ligne !== '')) as [
    string[],
    string[],
  ]
  return { retirees: a.filter((ligne) => !b.includes(ligne)), ajoutees: b.filter((ligne) => !a.includes(ligne)) }
}
