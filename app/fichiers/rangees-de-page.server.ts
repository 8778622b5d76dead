import type { Ligne, Source } from '#domain/pre-projet/fiche'

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
 * go on with it (a first cell left empty says so).
 */
export function rangeesDePage(
  mots: readonly Mots[],
  { source, tableau }: { source: Source; tableau: number },
): Ligne[] {
  const rangees = grouper(mots)
  const lignes: Ligne[] = []
  let colonnes: number[] = []
  let precedente: Rangee | null = null
  for (const rangee of rangees) {
    const textes = rangee.cellules.map(({ texte }) => texte)
    const [premiere] = rangee.cellules
    const proche: boolean =
      precedente !== null && precedente.y - rangee.y < 2.2 * Math.max(rangee.corps, precedente.corps)
    const suite: boolean =
      textes.length === 1 &&
      premiere !== undefined &&
      proche &&
      colonnes.slice(1).some((x) => Math.abs(x - premiere.x) < ALIGNEMENT)
    if (precedente && precedente.y - rangee.y > 2.5 * rangee.corps) lignes.push({ cellules: [''], source, tableau })
    lignes.push({ cellules: suite ? ['', ...textes] : textes, source, tableau })
    if (!suite) colonnes = rangee.cellules.map(({ x }) => x)
    precedente = rangee
  }
  return lignes
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
