import type { Ligne } from '#domain/pre-projet/fiche'

/** Deeper tables than this are a trap; their text goes to the cell around. */
const PROFONDEUR_MAX = 8
const LIGNES_MAX = 5_000
const CELLULE_MAX = 20_000
const CELLULES_MAX = 500

type Tableau = { numero: number; rangees: number; cellules: string[]; texte: string; dansCellule: boolean }

/** What a reader of a marked-up document (.docx, .odt, HTML) says as it goes, and the lines that come of it. */
export type Redacteur = {
  texte: (texte: string) => void
  /** End of a paragraph, or a line break inside one. */
  retour: () => void
  /** Beginning of a block: what was being said outside any block ends there. */
  bloc: () => void
  ouvrirTableau: () => void
  fermerTableau: () => void
  fermerRangee: () => void
  ouvrirCellule: () => void
  fermerCellule: () => void
  lignes: () => Ligne[]
}

/** Collects the lines of a document: a paragraph is a line of one cell, the row of a table a line of several. */
export function redacteur(fichier: string): Redacteur {
  const lignes: Ligne[] = []
  const pile: Tableau[] = []
  let tableaux = 0
  let paragraphes = 0
  let courant = ''

  const ajouter = (ligne: Ligne) => {
    if (lignes.length < LIGNES_MAX) lignes.push(ligne)
  }
  const dehors = () => {
    paragraphes += 1
    ajouter({ cellules: [nettoyer(courant)], source: { fichier, endroit: `paragraphe ${paragraphes}` } })
    courant = ''
  }

  return {
    texte: (texte) => {
      const tableau = pile.at(-1)
      if (!tableau) courant += texte.slice(0, Math.max(0, CELLULE_MAX - courant.length))
      else if (tableau.dansCellule) tableau.texte += texte.slice(0, Math.max(0, CELLULE_MAX - tableau.texte.length))
    },
    retour: () => {
      const tableau = pile.at(-1)
      if (!tableau) dehors()
      else if (tableau.dansCellule && tableau.texte.length < CELLULE_MAX) tableau.texte += '\n'
    },
    bloc: () => {
      const tableau = pile.at(-1)
      if (!tableau && courant.trim() !== '') dehors()
      else if (tableau?.dansCellule && !/(?:^|\n)[^\S\n]*$/.test(tableau.texte.slice(-20))) tableau.texte += '\n'
    },
    ouvrirTableau: () => {
      if (pile.length >= PROFONDEUR_MAX)
        return void pile.push({ numero: -1, rangees: 0, cellules: [], texte: '', dansCellule: false })
      if (pile.length === 0 && courant.trim() !== '') dehors()
      tableaux += 1
      pile.push({ numero: tableaux, rangees: 0, cellules: [], texte: '', dansCellule: false })
    },
    fermerTableau: () => void pile.pop(),
    ouvrirCellule: () => {
      const tableau = pile.at(-1)
      if (tableau) Object.assign(tableau, { texte: '', dansCellule: true })
    },
    fermerCellule: () => {
      const tableau = pile.at(-1)
      if (!tableau?.dansCellule) return
      if (tableau.cellules.length < CELLULES_MAX) tableau.cellules.push(nettoyer(tableau.texte))
      tableau.dansCellule = false
    },
    fermerRangee: () => {
      const tableau = pile.at(-1)
      if (!tableau || tableau.numero < 0) return
      tableau.rangees += 1
      const source = { fichier, endroit: `tableau ${tableau.numero}, ligne ${tableau.rangees}` }
      if (tableau.cellules.some((cellule) => cellule !== ''))
        ajouter({ cellules: tableau.cellules, source, tableau: tableau.numero })
      tableau.cellules = []
    },
    lignes: () => {
      if (courant.trim() !== '') dehors()
      return lignes
    },
  }
}

const nettoyer = (texte: string): string =>
  texte
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[^\S\n\t]/gu, ' ')
    .replace(/(?<! ) *\n */g, '\n')
    .trim()
