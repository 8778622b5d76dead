import { couper, sembleUnLibelle, type Morceau } from '#domain/pre-projet/lecture/couper'
import type { Ligne } from '#domain/pre-projet/fiche'
import {
  acceptePourValeur,
  annoncer,
  ouvrir,
  peutRepondre,
  prolonger,
  type Lecteur,
  type Ouverte,
} from '#domain/pre-projet/lecture/lecteur'
import { reconnaitreLibelle, sectionDe } from '#domain/pre-projet/lecture/libelle'
import type { Rubrique } from '#domain/pre-projet/lecture/rubriques'

/** Part of the labels of a row that have to be known for the row below to be taken as their values. */
const PART_CONNUE = 0.6

/**
 * A row of labels over a row of values. When some labels are not known, the others are read all the same if they are most of them, or in doubt
 * if the same table was so laid out above.
 */
export function lireEnColonnes(lecteur: Lecteur, tete: Ligne, valeurs: Ligne): boolean {
  if (
    tete.tableau === undefined ||
    tete.tableau !== valeurs.tableau ||
    tete.cellules.length !== valeurs.cellules.length
  )
    return false
  const pleines = tete.cellules.flatMap((cellule, i) => (cellule.trim() === '' ? [] : [i]))
  const colonnes = pleines.map((i) => ({
    reconnu: reconnaitreLibelle(tete.cellules[i] ?? '', lecteur.section),
    dessous: (valeurs.cellules[i] ?? '').trim(),
  }))
  const connues = colonnes.filter(({ reconnu }) => reconnu).length
  const toutes = connues === colonnes.length
  const laPlupart = connues >= 3 && connues >= PART_CONNUE * colonnes.length
  if (colonnes.length < 2 || connues === 0 || !(toutes || laPlupart || lecteur.enColonnes === tete.tableau))
    return false
  if (colonnes.every(({ dessous }) => dessous === '')) return false
  if (colonnes.some(({ reconnu, dessous }) => estUnAutreLibelle(lecteur, reconnu?.rubrique, dessous))) return false
  for (const { reconnu, dessous } of colonnes)
    if (reconnu)
      ouvrir(lecteur, valeurs, { ...reconnu, valeur: dessous }, { attend: false, titre: !toutes && !laPlupart })
  lecteur.enColonnes = tete.tableau
  return true
}

/** Words below a label that are a label themselves, and no answer to it: `Commune` answers `Nature juridique`. */
function estUnAutreLibelle(lecteur: Lecteur, rubrique: Rubrique | undefined, texte: string): boolean {
  const [morceau] = couper(texte, lecteur.section) ?? []
  if (!morceau) return false
  return rubrique !== 'genre' || !['structure', 'commune'].includes(morceau.rubrique) || morceau.valeur !== ''
}

/** A row of a table: each label takes the cells up to the next label; a row without label in front goes on with the one before. */
export function lireRangee(lecteur: Lecteur, ligne: Ligne, suivante: Ligne | undefined) {
  const cellules = ligne.cellules.map((cellule) => cellule.trim())
  const pleines = cellules.filter((cellule) => cellule !== '')
  const [premiere] = pleines
  if (!premiere) return
  const connues = sansInconnues(lecteur, pleines)
  if (connues) {
    lireRangee(lecteur, { ...ligne, cellules: connues }, undefined)
    return
  }
  if (cellules[0] === '' && pleines.length === 1 && lecteur.ouverte && lecteur.ouverte.tableau === ligne.tableau) {
    if (!couper(premiere, lecteur.section)) {
      prolonger(lecteur.ouverte, premiere, ' ')
      return
    }
  }
  if (pleines.length === 1) annoncer(lecteur, sectionDe(premiere))
  if (lireColonnesParalleles(lecteur, ligne, cellules)) return
  const ouvertes = lecteur.lectures.length
  for (const [rang, cellule] of cellules.entries()) {
    const courante = lecteur.lectures.length > ouvertes ? lecteur.ouverte : null
    const apres = cellules.slice(rang + 1).find((texte) => texte !== '')
    if (courante?.texte !== '' && lireQuestionEtReponse(lecteur, { ligne, cellule, apres })) continue
    if (cellule !== '') lireCellule(lecteur, { ligne, suivante: rang === 0 ? suivante : undefined, cellule, courante })
  }
  const [valeur, libelle] = pleines
  if (pleines.length === 2 && valeur && libelle) retourner(lecteur, valeur, libelle)
  if (lecteur.lectures.length === ouvertes) lecteur.ouverte = null
}

/** Several dates of one answer stand in cells of their own: `Dates | du | 3/9 | au | 12/9`. */
const EN_CELLULES: Rubrique[] = ['periode', 'dateDebut', 'dateFin', 'siret', 'telephone', 'codePostal']

/**
 * In `Âge | 14-17 ans | Moyen de transport | Car`, the second question begins where nobody knows it: by its place only. The row without the
 * questions that are not known; null when there is none.
 */
function sansInconnues(lecteur: Lecteur, pleines: string[]): string[] | null {
  if (pleines.length < 4 || pleines.length % 2 === 1) return null
  const reconnus = pleines.map((cellule) => libelleDeCellule(lecteur, cellule))
  if (!reconnus[0] || reconnus.some((morceaux, i) => morceaux && (i % 2 === 1 || morceaux[0]?.valeur !== '')))
    return null
  const gardees = pleines.filter((_, i) => {
    const question = i - (i % 2)
    if (question === 0 || reconnus[question]) return true
    const avant = reconnus[question - 2]?.[0]?.rubrique
    return (avant && EN_CELLULES.includes(avant)) || !/^\p{Lu}.*\p{L}{3}/su.test(pleines[question] ?? '')
  })
  return gardees.length < pleines.length ? gardees : null
}

type EnCours = { ligne: Ligne; suivante: Ligne | undefined; cellule: string; courante: Ouverte | null }

/** A cell of a row is the label of what follows, or the value of the label before it. */
function lireCellule(lecteur: Lecteur, { ligne, suivante, cellule, courante }: EnCours) {
  const repond = courante !== null && acceptePourValeur(lecteur, courante, cellule)
  const morceaux = repond ? null : libelleDeCellule(lecteur, cellule)
  for (const morceau of morceaux ?? []) ouvrir(lecteur, ligne, morceau, { attend: false })
  if (morceaux || (courante && estAilleurs(courante, cellule))) return
  if (courante) prolonger(courante, cellule, ' ')
  else if (suivante) ouvrirSurDeuxLignes(lecteur, ligne, suivante, cellule)
}

/** A cell that has a label of its own, which nobody knows, is no more words for the answer before it. */
const estAilleurs = ({ texte, enCellule }: Ouverte, cellule: string): boolean =>
  texte !== '' && (sembleUnLibelle(cellule) || (enCellule === true && cellule.includes('\n')))

type Cellule = { ligne: Ligne; cellule: string; apres: string | undefined }

/** `Structure\nComité de Lillers` in one cell: the question, and its answer under it. What is under it is a hint when the answer stands beside. */
function lireQuestionEtReponse(lecteur: Lecteur, { ligne, cellule, apres }: Cellule): boolean {
  const [question = '', ...reponse] = cellule.split('\n').filter((texte) => texte.trim() !== '')
  const reconnu = reconnaitreLibelle(question, lecteur.section)
  if (reponse.length === 0 || !reconnu) return false
  const repond = reponse.length === 1 && !estUnAutreLibelle(lecteur, reconnu.rubrique, reponse[0] ?? '')
  if (!repond && libelleDeCellule(lecteur, cellule)) return false
  const aCote = apres !== undefined && !reconnaitreLibelle(apres.split('\n')[0] ?? '', lecteur.section)
  const suite = reponse.some(
    (texte) => couper(texte, lecteur.section) && !peutRepondre(lecteur, reconnu.rubrique, texte),
  )
  if (suite) return false
  ouvrir(lecteur, ligne, { ...reconnu, valeur: aCote ? '' : reponse.join('\n') }, { attend: false })
  if (lecteur.ouverte) lecteur.ouverte.enCellule = !aCote
  return true
}

/** A cell is a label, or `label : value`; never a label of which only the first words fit. */
const libelleDeCellule = (lecteur: Lecteur, cellule: string): Morceau[] | null => {
  const lignes = cellule.split('\n').filter((ligne) => ligne.trim() !== '')
  const coupees = lignes.map((ligne) => couper(ligne, lecteur.section))
  if (lignes.length > 1 && coupees.every((morceaux) => morceaux)) return coupees.flatMap((morceaux) => morceaux ?? [])
  return couper(cellule.replace(/(?<!\s)\s*\n\s*/g, ' '), lecteur.section)
}

/** `Nom\nSIRET` in a cell, `COMMUNE DE X\n216…` in the next: line by line. */
function lireColonnesParalleles(lecteur: Lecteur, ligne: Ligne, cellules: string[]): boolean {
  const [gauche = [], droite = []] = cellules.map((cellule) =>
    cellule.split('\n').filter((texte) => texte.trim() !== ''),
  )
  if (cellules.length !== 2 || gauche.length < 2 || gauche.length !== droite.length) return false
  const reconnus = gauche.map((texte) => reconnaitreLibelle(texte, lecteur.section))
  if (reconnus.some((reconnu) => !reconnu)) return false
  reconnus.forEach(
    (reconnu, i) => reconnu && ouvrir(lecteur, ligne, { ...reconnu, valeur: droite[i] ?? '' }, { attend: false }),
  )
  return true
}

/** The label of a PDF that goes on alone on the next row. */
function ouvrirSurDeuxLignes(lecteur: Lecteur, ligne: Ligne, suivante: Ligne, debut: string) {
  const reste = suivante.cellules.filter((cellule) => cellule.trim() !== '')
  if (suivante.tableau !== ligne.tableau || reste.length !== 1 || reste[0] !== suivante.cellules[0]?.trim()) return
  const reconnu = reconnaitreLibelle(`${debut} ${reste[0]}`, lecteur.section)
  if (!reconnu || reconnaitreLibelle(reste[0] ?? '', lecteur.section)) return
  ouvrir(lecteur, ligne, { ...reconnu, valeur: '' }, { attend: false })
}

/** The value on the left of its label: read, and said to be doubtful. */
function retourner(lecteur: Lecteur, valeur: string, libelle: string) {
  const { ouverte } = lecteur
  const reconnu = reconnaitreLibelle(libelle, lecteur.section)
  if (
    !ouverte ||
    ouverte.texte !== '' ||
    !reconnu ||
    reconnu.rubrique !== ouverte.rubrique ||
    !/[\p{L}\d]{2}/u.test(valeur)
  )
    return
  if (couper(valeur, lecteur.section)) return
  Object.assign(ouverte, { texte: valeur, ambigu: true })
}
