import { celluleDe, type Cellule, type Feuille } from '#domain/budget/lecture/grille'
import { texteDe } from '#domain/budget/lecture/lire-cellule'
import { parseMontant } from '#domain/budget/montant'
import { plier } from '#domain/texte'

/** Which column of a side is read, the heading it bears, the ones that complete it, and the headings left aside. */
export type ColonneChoisie = { colonne: number; entete: string; secours: number[]; ecartees: string[] }

const MONTANT =
  /^(montants?|previsions?|previsionnel|prevu|euros?|eur|somme|budget|total|amounts?|estimation|estime|cout)\b/
const EXCLU =
  /^(codes?|comptes?|no|numero|quantites?|qte|nb|nombre|prix unitaire|pu|taux|part|pourcentage|ecart|observations?|commentaires?|justificatifs?|remarques?|details?)\b/
const PASSE = /\b(realises?|realisation|execute|execution|consomme|precedent|anterieur|actual)\b/
const PREVU = /\b(previsions?|previsionnel|prevu|budget|demande|estime|estimation|planned|forecast)\b/
const N_MOINS = /\bN\s*[-–−]\s*\d/i
const N_PLUS = /\bN\s*\+\s*\d/i

type Candidate = { colonne: number; entete: string; note: number; autreExercice: boolean }

export const isMontant = (cellule: Cellule | undefined): boolean => {
  if (!cellule) return false
  if (cellule.formule !== undefined || typeof cellule.valeur === 'number') return true
  return typeof cellule.valeur === 'string' && /[\d]/.test(cellule.valeur) && parseMontant(cellule.valeur) !== null
}

/** The heading of a column: its cell on the row of headings, and the words right under it. */
function enteteDe(feuille: Feuille, ligne: number, colonne: number): string {
  const haut = texteDe(celluleDe(feuille, ligne, colonne))
  const sous = celluleDe(feuille, ligne + 1, colonne)
  const bas = typeof sous?.valeur === 'string' && !isMontant(sous) ? texteDe(sous) : ''
  return [haut, bas].filter(Boolean).join(' ')
}

export const estEnteteDeMontant = (texte: string): boolean => MONTANT.test(plier(texte))

/** How much a heading says that the amounts of this project are under it; null when it does not. */
function noter(entete: string, exercice: string | undefined): Omit<Candidate, 'colonne' | 'entete'> | null {
  const plie = plier(entete)
  const annee = /\b20\d\d\b/.exec(entete)?.[0]
  if (entete.includes('%') || EXCLU.test(plie)) return null
  const [passe, futur] = [PASSE.test(plie) || N_MOINS.test(entete), N_PLUS.test(entete)]
  const [montant, prevu] = [MONTANT.test(plie) || entete === 'N', PREVU.test(plie)]
  if (!montant && !prevu && !annee && !passe && !futur) return null
  const bonneAnnee = annee === undefined || exercice === undefined ? 0 : annee === exercice ? 4 : -4
  const note = (passe ? -10 : 0) + (futur ? -5 : 0) + (prevu ? 3 : 0) + (montant ? 2 : 0) + bonneAnnee
  return { note, autreExercice: passe || futur || annee !== undefined }
}

/** Every value of a column of shares lies between 0 and 1. */
const estColonneDeParts = (feuille: Feuille, lignes: readonly number[], colonne: number): boolean => {
  const valeurs = lignes.map((ligne) => celluleDe(feuille, ligne, colonne)?.valeur).filter((v) => typeof v === 'number')
  return valeurs.some((v) => v > 0 && v < 1) && valeurs.every((v) => v >= 0 && v <= 1)
}

/**
 * Chooses the column of amounts of one side among `candidates`: the heading that best says « prévision » of this exercice, never a
 * column of what was spent, of quantities or of percentages when another is there; without headings, the column with most amounts.
 */
export function choisirColonne(
  feuille: Feuille,
  {
    candidates,
    lignes,
    ligneEntete,
  }: { candidates: readonly number[]; lignes: readonly number[]; ligneEntete: number },
  exercice: string | undefined,
): ColonneChoisie | null {
  const dites = candidates.flatMap((colonne): Candidate[] => {
    const entete = ligneEntete > 0 ? enteteDe(feuille, ligneEntete, colonne) : ''
    const note = noter(entete, exercice)
    return note ? [{ colonne, entete, ...note }] : []
  })
  const [choisie, ...autres] = dites.toSorted((a, b) => b.note - a.note || a.colonne - b.colonne)
  if (choisie) {
    const secours = choisie.autreExercice ? [] : autres.filter((a) => !a.autreExercice).map((a) => a.colonne)
    const ecartees = autres.filter((a) => !secours.includes(a.colonne)).map((a) => a.entete)
    return { colonne: choisie.colonne, entete: choisie.entete, secours, ecartees }
  }
  const compte = (colonne: number) => lignes.filter((ligne) => isMontant(celluleDe(feuille, ligne, colonne))).length
  const exclue = (colonne: number) =>
    (ligneEntete > 0 && /%/.test(enteteDe(feuille, ligneEntete, colonne))) ||
    (ligneEntete > 0 && EXCLU.test(plier(enteteDe(feuille, ligneEntete, colonne)))) ||
    estColonneDeParts(feuille, lignes, colonne)
  const [meilleure] = candidates
    .filter((colonne) => !exclue(colonne))
    .map((colonne) => ({ colonne, n: compte(colonne) }))
    .sort((a, b) => b.n - a.n || a.colonne - b.colonne)
  return meilleure && meilleure.n > 0 ? { colonne: meilleure.colonne, entete: '', secours: [], ecartees: [] } : null
}

const MILLIERS = /\bk\s?€|\bk\s?euros?\b|\bkeur\b|milliers d[’' ]?euros/i

/** The cell that says « en k€ » beside the headings of a side; null when amounts are in euros. */
export function celluleMilliers(
  feuille: Feuille,
  { ligne, colonnes }: { ligne: number; colonnes: { premiere: number; derniere: number } },
): { ligne: number; colonne: number } | null {
  for (let rang = Math.max(1, ligne - 3); rang <= ligne + 1; rang += 1) {
    for (const cellule of feuille.lignes.get(rang)?.values() ?? []) {
      const dansLeCote = cellule.colonne >= colonnes.premiere && cellule.colonne <= colonnes.derniere
      if ((rang < ligne || dansLeCote) && typeof cellule.valeur === 'string' && MILLIERS.test(cellule.valeur))
        return { ligne: rang, colonne: cellule.colonne }
    }
  }
  return null
}
