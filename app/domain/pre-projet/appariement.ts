import { couper, estLibre, estNonRempli, sembleUnLibelle, type Morceau } from '#domain/pre-projet/couper'
import type { Ligne, Source } from '#domain/pre-projet/fiche'
import { reconnaitreLibelle, sectionDe } from '#domain/pre-projet/libelle'
import { RUBRIQUES, type Rubrique, type Section } from '#domain/pre-projet/rubriques'

/**
 * A label of the form and the words found for it. `court`: the label is a short one, understood by its place. `ambigu`: its place
 * itself was guessed, or the label stands after its value or may be a title.
 */
export type Lecture = { rubrique: Rubrique; texte: string; source: Source; court: boolean; ambigu: boolean }

type Ouverte = Lecture & { tableau?: number; attend: boolean }

/** `annoncee`: the part of the form was opened by its title, and not only by the fields read so far. */
type Lecteur = { lectures: Ouverte[]; section: Section | null; annoncee: boolean; ouverte: Ouverte | null }

/** More lines than a form ever has: what follows is not read. */
const LIGNES_MAX = 5_000
const TEXTE_MAX = 6_000
const FORMULE_DE_FIN =
  /^(?:--\s*$|cordialement|bien (?:a|à) vous|bien cordialement|(?:sinc[eè]res )?salutations|merci|envoy[eé] de mon|dans l.attente|restant|je vous prie|veuillez agr[eé]er|fait (?:a|à) )/i

/**
 * Gives each label of a document the words that answer it, whatever the layout: `label : value`, a table in two columns,
 * labels over their values, a label on a line and its value on the next.
 */
export function apparier(lignes: readonly Ligne[]): Lecture[] {
  const lecteur: Lecteur = { lectures: [], section: null, annoncee: false, ouverte: null }
  const lues = lignes.slice(0, LIGNES_MAX).map((ligne) => ({ ...ligne, cellules: ligne.cellules.map(resserrer) }))
  for (let i = 0; i < lues.length; i += 1) {
    const ligne = lues[i]
    if (!ligne) break
    const suivante = lues[i + 1]
    if (suivante && lireEnColonnes(lecteur, ligne, suivante)) i += 1
    else if (ligne.cellules.length > 1) lireRangee(lecteur, ligne, suivante)
    else lireTexte(lecteur, ligne)
  }
  return lecteur.lectures.map(({ rubrique, texte, source, court, ambigu }) => ({
    rubrique,
    texte: estNonRempli(texte) ? '' : texte.trim(),
    source,
    court,
    ambigu,
  }))
}

/** Long runs of spaces and tabs say no more than short ones, and cost more to look at. */
const resserrer = (cellule: string): string =>
  cellule
    .slice(0, TEXTE_MAX)
    .replace(/[^\S\n\t]{3,}/gu, '  ')
    .replace(/\t+/g, '\t')
    .replace(/\n{3,}/g, '\n\n')

/** Fields that a bare `Nom` may mean. */
const NOMS: Rubrique[] = ['structure', 'partenaire']

function ouvrir(
  lecteur: Lecteur,
  ligne: Ligne,
  { rubrique, court, valeur }: Morceau,
  { attend = true, titre = false } = {},
) {
  const texte = estNonRempli(valeur) ? '' : valeur
  const lecture = {
    rubrique,
    texte,
    source: ligne.source,
    court,
    ambigu: titre || (court && NOMS.includes(rubrique) && !lecteur.annoncee),
    tableau: ligne.tableau,
    attend: attend && texte === '',
  }
  lecteur.lectures.push(lecture)
  lecteur.ouverte = lecture
  const section = RUBRIQUES[rubrique].section ?? lecteur.section
  if (section !== lecteur.section) Object.assign(lecteur, { section, annoncee: false })
}

const annoncer = (lecteur: Lecteur, section: Section | null) =>
  section && Object.assign(lecteur, { section, annoncee: true })

function prolonger(ouverte: Ouverte, texte: string, liaison: string) {
  ouverte.texte = `${ouverte.texte}${ouverte.texte === '' ? '' : liaison}${texte.trim()}`.slice(0, TEXTE_MAX)
  ouverte.attend = false
}

/** A row of labels over a row of values. */
function lireEnColonnes(lecteur: Lecteur, tete: Ligne, valeurs: Ligne): boolean {
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
function lireRangee(lecteur: Lecteur, ligne: Ligne, suivante: Ligne | undefined) {
  const cellules = ligne.cellules.map((cellule) => cellule.trim())
  const pleines = cellules.filter((cellule) => cellule !== '')
  const [premiere] = pleines
  if (!premiere) return
  if (cellules[0] === '' && pleines.length === 1 && lecteur.ouverte && lecteur.ouverte.tableau === ligne.tableau) {
    if (!couper(premiere, lecteur.section)) return prolonger(lecteur.ouverte, premiere, ' ')
  }
  if (pleines.length === 1) annoncer(lecteur, sectionDe(premiere))
  if (lireColonnesParalleles(lecteur, ligne, cellules)) return
  let courante: Ouverte | null = null
  cellules.forEach((cellule, rang) => {
    if (cellule === '') return
    const morceaux =
      courante && acceptePourValeur(lecteur, courante, cellule) ? null : libelleDeCellule(lecteur, cellule)
    if (!morceaux && courante) return prolonger(courante, cellule, ' ')
    for (const morceau of morceaux ?? []) ouvrir(lecteur, ligne, morceau, { attend: false })
    if (morceaux) courante = lecteur.ouverte
    else if (rang === 0 && suivante) courante = libelleSurDeuxLignes(lecteur, ligne, suivante, cellule)
  })
  const [valeur, libelle] = pleines
  if (pleines.length === 2 && valeur && libelle) retourner(lecteur, valeur, libelle)
  if (!courante) lecteur.ouverte = null
}

/** Fields answered in free words, among which a word that is a label elsewhere: `Nature | Commune`, `Thème | Mobilité de jeunes`. */
const EN_MOTS: Rubrique[] = ['genre', 'theme', 'titre', 'structure', 'partenaire', 'description', 'autresFinanceurs']
const EN_MOTS_A_LA_LIGNE: Rubrique[] = ['genre', 'theme']
const REPONSES_POSSIBLES: Rubrique[] = [
  'structure',
  'commune',
  'nbJeunes',
  'titre',
  'theme',
  'partenaire',
  'lieu',
  'coutTotal',
  'description',
]

/** Whether words that could be a label answer the label before them. */
function acceptePourValeur(lecteur: Lecteur, { rubrique, texte }: Ouverte, suite: string, enMots = EN_MOTS): boolean {
  if (texte !== '' || !enMots.includes(rubrique) || /:\s*$/.test(suite)) return false
  if (rubrique === 'description') return true
  const reconnu = reconnaitreLibelle(suite, lecteur.section)
  return reconnu === null ? !suite.includes(':') : REPONSES_POSSIBLES.includes(reconnu.rubrique)
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
function libelleSurDeuxLignes(lecteur: Lecteur, ligne: Ligne, suivante: Ligne, debut: string): Ouverte | null {
  const reste = suivante.cellules.filter((cellule) => cellule.trim() !== '')
  if (suivante.tableau !== ligne.tableau || reste.length !== 1 || reste[0] !== suivante.cellules[0]?.trim()) return null
  const reconnu = reconnaitreLibelle(`${debut} ${reste[0]}`, lecteur.section)
  if (!reconnu || reconnaitreLibelle(reste[0] ?? '', lecteur.section)) return null
  ouvrir(lecteur, ligne, { ...reconnu, valeur: '' }, { attend: false })
  return lecteur.ouverte
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

/** A line of text. */
function lireTexte(lecteur: Lecteur, ligne: Ligne) {
  for (const brut of (ligne.cellules[0] ?? '').split('\n')) {
    const texte = brut.trim()
    const { ouverte } = lecteur
    if (texte === '') {
      if (ouverte && !ouverte.attend && !estLibre(ouverte.rubrique)) lecteur.ouverte = null
      continue
    }
    if (
      ouverte?.attend &&
      ligne.tableau !== undefined &&
      ouverte.tableau === ligne.tableau &&
      ouverte.rubrique === 'description'
    ) {
      return prolonger(ouverte, ligne.cellules[0] ?? '', '')
    }
    if (ouverte && acceptePourValeur(lecteur, ouverte, texte, EN_MOTS_A_LA_LIGNE)) {
      prolonger(ouverte, texte, ' ')
      continue
    }
    const section = sectionDe(texte)
    const morceaux = couper(texte, lecteur.section)
    annoncer(lecteur, section)
    if (morceaux) for (const morceau of morceaux) ouvrir(lecteur, ligne, morceau, { titre: section !== null })
    else if (ouverte && seSuivent(ouverte, ligne, texte))
      prolonger(ouverte, texte, estLibre(ouverte.rubrique) ? '\n' : ' ')
    else lecteur.ouverte = null
  }
}

/** Whether a line without label goes on with the value before it. */
function seSuivent(ouverte: Ouverte, ligne: Ligne, texte: string): boolean {
  if (ouverte.tableau !== ligne.tableau || FORMULE_DE_FIN.test(texte)) return false
  if (ouverte.rubrique === 'description') return true
  if (sembleUnLibelle(texte)) return false
  if (ouverte.attend || estLibre(ouverte.rubrique)) return true
  const derniere = ouverte.texte.slice(ouverte.texte.lastIndexOf('\n') + 1)
  return derniere.length >= 50 && /^[\p{Ll}(]/u.test(texte)
}
