import { couper } from '#domain/pre-projet/lecture/couper'
import type { Ligne, Source } from '#domain/pre-projet/fiche'
import { reconnaitreLibelle } from '#domain/pre-projet/lecture/libelle'

/** Words placed on a page. `y` grows upward, as in PDF. */
export type Mots = { texte: string; x: number; y: number; largeur: number; corps: number }

type Rangee = { y: number; corps: number; cellules: { x: number; fin: number; texte: string }[] }

/** Words whose feet are nearer than this part of their size stand on one row. */
const MEME_RANGEE = 0.45
/** A gap wider than this many times the size of the letters begins another cell. */
const AUTRE_CELLULE = 1.4
const ALIGNEMENT = 8

/**
 * Rebuilds the rows of a page from the places of its words: wide gaps make cells, and words alone under the value of the row above
 * go on with it (a first cell left empty says so). A page set in columns, each with its own labels, is read column after column.
 */
export function rangeesDePage(
  mots: readonly Mots[],
  { source, tableau }: { source: Source; tableau: number },
): Ligne[] {
  return enColonnes(grouper(mots)).flatMap((rangees, i) => enLignes(rangees, source, tableau * COLONNES_MAX + i))
}

/** Parts of one page that are read one after the other. */
const COLONNES_MAX = 100

function enLignes(rangees: readonly Rangee[], source: Source, tableau: number): Ligne[] {
  const lignes: Ligne[] = []
  const bord = Math.max(...rangees.flatMap(({ cellules }) => cellules.map(({ fin }) => fin)))
  let colonnes: number[] = []
  let precedente: Rangee | null = null
  for (const rangee of rangees) {
    const textes = rangee.cellules.map(({ texte }) => texte)
    const [premiere] = rangee.cellules
    const ecart = precedente ? precedente.y - rangee.y : Infinity
    const corps = Math.max(rangee.corps, precedente?.corps ?? 0)
    const aligne = (x: number | undefined) =>
      premiere !== undefined && x !== undefined && Math.abs(x - premiere.x) < ALIGNEMENT
    const derniere = lignes.at(-1)
    const dessous = ecart < INTERLIGNE * corps && aligne(colonnes[0]) ? derniere : undefined
    const [libelle = '', ...reste] = textes
    if (dessous && estLaSuiteDuLibelle(dessous, textes)) {
      dessous.cellules[0] = `${dessous.cellules[0] ?? ''} ${libelle}`
      if (reste.length > 0) lignes.push({ cellules: ['', ...reste], source, tableau })
    } else if (dessous && textes.length === 1 && estRepliee(precedente, rangee, bord)) {
      dessous.cellules[0] = `${dessous.cellules[0] ?? ''} ${libelle}`
    } else {
      const suite = textes.length === 1 && ecart < 2.2 * corps && colonnes.slice(1).some(aligne)
      if (precedente && ecart > 2.5 * rangee.corps) lignes.push({ cellules: [''], source, tableau })
      lignes.push({ cellules: suite ? ['', ...textes] : textes, source, tableau })
      if (!suite) colonnes = rangee.cellules.map(({ x }) => x)
    }
    precedente = rangee
  }
  return lignes
}

/** Rows nearer than this many times the size of the letters are of one paragraph. */
const INTERLIGNE = 1.7

/** A label on two rows beside its value: what makes one known label with what is above it. */
function estLaSuiteDuLibelle({ cellules }: Ligne, [suite = '', ...reste]: string[]): boolean {
  const [debut = ''] = cellules
  if (cellules.length < 2 || reste.length >= cellules.length || suite.includes(':') || debut.includes(':')) return false
  if (reconnaitreLibelle(`${debut} ${suite}`) === null) return false
  return /^\p{Ll}/u.test(suite) || reconnaitreLibelle(debut) === null || reconnaitreLibelle(suite) === null
}

/** A row for which there was no room at the end of the one above: with its first word, that one would have passed the edge. */
function estRepliee(precedente: Rangee | null, { cellules: [cellule] }: Rangee, bord: number): boolean {
  const dessus = precedente?.cellules.at(-1)
  if (!precedente || !dessus || !cellule || precedente.cellules.length > 1 || couper(cellule.texte, null)) return false
  const [mot = ''] = cellule.texte.split(' ')
  const largeur = ((cellule.fin - cellule.x) / Math.max(1, cellule.texte.length)) * (mot.length + 1)
  return dessus.fin + largeur > bord - ALIGNEMENT
}

/** A column has at least this many labels of its own. */
const LIBELLES_MIN = 2

/**
 * Parts the rows of a page that is set in columns: where several labels begin at the same place, right of other labels, and nothing runs across.
 * Rows that run across (a title, a long text) end the columns above them.
 */
function enColonnes(rangees: readonly Rangee[], profondeur = 0): Rangee[][] {
  const bord = profondeur < 3 ? bordDeColonne(rangees) : null
  if (bord === null) return [[...rangees]]
  const parts: Rangee[][] = []
  let gauche: Rangee[] = []
  let droite: Rangee[] = []
  const finir = () => {
    if (gauche.length > 0) parts.push(...enColonnes(gauche, profondeur + 1))
    if (droite.length > 0) parts.push(...enColonnes(droite, profondeur + 1))
    gauche = []
    droite = []
  }
  for (const rangee of rangees) {
    if (rangee.cellules.some(({ x, fin }) => x < bord - ALIGNEMENT && fin > bord)) {
      finir()
      parts.push([rangee])
      continue
    }
    const [a, b] = [
      rangee.cellules.filter(({ x }) => x < bord - ALIGNEMENT),
      rangee.cellules.filter(({ x }) => x >= bord - ALIGNEMENT),
    ]
    if (a.length > 0) gauche.push({ ...rangee, cellules: a })
    if (b.length > 0) droite.push({ ...rangee, cellules: b })
  }
  finir()
  return parts
}

/** Where the second column of a page begins, null when there is one column only. */
function bordDeColonne(rangees: readonly Rangee[]): number | null {
  const departs = rangees.flatMap(({ cellules }) =>
    cellules.flatMap(({ x, texte }) => (couper(texte, null) ? [x] : [])),
  )
  const premier = Math.min(...departs)
  const bords = departs.filter((x) => x > premier + 10 * ALIGNEMENT).sort((a, b) => a - b)
  return bords.find((x) => bords.filter((autre) => Math.abs(autre - x) < ALIGNEMENT).length >= LIBELLES_MIN) ?? null
}

function grouper(mots: readonly Mots[]): Rangee[] {
  const rangees: Rangee[] = []
  const tries = [...mots].filter(({ texte }) => texte.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)
  for (const mot of tries) {
    const rangee = rangees.at(-1)
    if (rangee && Math.abs(rangee.y - mot.y) < MEME_RANGEE * Math.max(4, Math.min(rangee.corps, mot.corps)))
      ranger(rangee, mot)
    else rangees.push({ y: mot.y, corps: mot.corps, cellules: [celluleDe(mot)] })
  }
  return rangees.map((rangee) => ({ ...rangee, cellules: souder(rangee) }))
}

const celluleDe = ({ x, largeur, texte }: Mots) => ({ x, fin: x + largeur, texte })

function ranger(rangee: Rangee, mot: Mots) {
  rangee.cellules.push(celluleDe(mot))
  rangee.corps = Math.max(rangee.corps, mot.corps)
}

/** Joins the words of a row into cells. */
function souder({ cellules, corps }: Rangee): Rangee['cellules'] {
  const soudees: Rangee['cellules'] = []
  for (const mot of [...cellules].sort((a, b) => a.x - b.x)) {
    const derniere = soudees.at(-1)
    const ecart = derniere ? mot.x - derniere.fin : Infinity
    if (!derniere || ecart > AUTRE_CELLULE * corps) soudees.push({ ...mot })
    else
      Object.assign(derniere, {
        texte: `${derniere.texte}${ecart > 0.15 * corps ? ' ' : ''}${mot.texte}`,
        fin: Math.max(derniere.fin, mot.fin),
      })
  }
  return soudees.map((cellule) => ({ ...cellule, texte: cellule.texte.replace(/\s+/gu, ' ').trim() }))
}
