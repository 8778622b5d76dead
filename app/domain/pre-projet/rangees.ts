import { couper, type Morceau } from '#domain/pre-projet/couper'
import type { Ligne } from '#domain/pre-projet/fiche'
import { acceptePourValeur, annoncer, ouvrir, prolonger, type Lecteur, type Ouverte } from '#domain/pre-projet/lecteur'
import { reconnaitreLibelle, sectionDe } from '#domain/pre-projet/libelle'

/** A row of labels over a row of values. */
export function lireEnColonnes(lecteur: Lecteur, tete: Ligne, valeurs: Ligne): boolean {
  if (
    tete.tableau === undefined ||
    tete.tableau !== valeurs.tableau ||
    tete.cellules.length !== valeurs.cellules.length
  )
    return false
  const pleines = tete.cellules.flatMap((cellule, i) => (cellule.trim() === '' ? [] : [i]))
  const libelles = pleines.map((i) => ({ i, reconnu: reconnaitreLibelle(tete.cellules[i] ?? '', lecteur.section) }))
  if (libelles.length < 2 || libelles.some(({ reconnu }) => !reconnu)) return false
  const dessous = libelles.map(({ i }) => (valeurs.cellules[i] ?? '').trim())
  if (dessous.every((texte) => texte === '') || dessous.some((texte) => couper(texte, lecteur.section))) return false
  libelles.forEach(({ reconnu }, rang) => {
    if (reconnu) ouvrir(lecteur, valeurs, { ...reconnu, valeur: dessous[rang] ?? '' }, { attend: false })
  })
  return true
}

/** A row of a table: each label takes the cells up to the next label; a row without label in front goes on with the one before. */
export function lireRangee(lecteur: Lecteur, ligne: Ligne, suivante: Ligne | undefined) {
  const cellules = ligne.cellules.map((cellule) => cellule.trim())
  const pleines = cellules.filter((cellule) => cellule !== '')
  const [premiere] = pleines
  if (!premiere) return
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
    if (cellule !== '') lireCellule(lecteur, { ligne, suivante: rang === 0 ? suivante : undefined, cellule, courante })
  }
  const [valeur, libelle] = pleines
  if (pleines.length === 2 && valeur && libelle) retourner(lecteur, valeur, libelle)
  if (lecteur.lectures.length === ouvertes) lecteur.ouverte = null
}

type EnCours = { ligne: Ligne; suivante: Ligne | undefined; cellule: string; courante: Ouverte | null }

/** A cell of a row is the label of what follows, or the value of the label before it. */
function lireCellule(lecteur: Lecteur, { ligne, suivante, cellule, courante }: EnCours) {
  const repond = courante !== null && acceptePourValeur(lecteur, courante, cellule)
  const morceaux = repond ? null : libelleDeCellule(lecteur, cellule)
  for (const morceau of morceaux ?? []) ouvrir(lecteur, ligne, morceau, { attend: false })
  if (morceaux) return
  if (courante) prolonger(courante, cellule, ' ')
  else if (suivante) ouvrirSurDeuxLignes(lecteur, ligne, suivante, cellule)
}

/** A cell is a label, or `label : value`; never a label of which only the first words fit. */
const libelleDeCellule = (lecteur: Lecteur, cellule: string): Morceau[] | null => {
  const lignes = cellule.split('\n').filter((ligne) => ligne.trim() !== '')
  const coupees = lignes.map((ligne) => couper(ligne, lecteur.section))
  if (lignes.length > 1 && coupees.every((morceaux) => morceaux)) return coupees.flatMap((morceaux) => morceaux ?? [])
  return couper(cellule.replace(/\s*\n\s*/g, ' '), lecteur.section)
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
