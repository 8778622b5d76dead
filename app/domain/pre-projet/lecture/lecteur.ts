import { estNonRempli, type Morceau } from '#domain/pre-projet/lecture/couper'
import type { Ligne, Source } from '#domain/pre-projet/fiche'
import { reconnaitreLibelle } from '#domain/pre-projet/lecture/libelle'
import { RUBRIQUES, type Rubrique, type Section } from '#domain/pre-projet/lecture/rubriques'

/**
 * A label of the form and the words found for it. `court`: the label is a short one, understood by its place. `ambigu`: its place
 * itself was guessed, or the label stands after its value or may be a title.
 */
export type Lecture = { rubrique: Rubrique; texte: string; source: Source; court: boolean; ambigu: boolean }

/** A reading that may go on. `attend`: its label was met, not yet its value. */
export type Ouverte = Lecture & {
  tableau?: number
  attend: boolean
  /** Its answer stands under it in its own cell: the cell beside is another matter. */
  enCellule?: boolean
  /** Characters of its last line. */ largeur: number
}

/** Where the reader of a document is. `annoncee`: the part of the form was opened by its title, and not only by the fields read so far. */
export type Lecteur = {
  lectures: Ouverte[]
  section: Section | null
  annoncee: boolean
  ouverte: Ouverte | null
  /** The table in which a row of labels was last met over a row of values. */
  enColonnes?: number
}

/** Characters kept of one value. */
export const TEXTE_MAX = 6_000

/** Fields that a bare `Nom` may mean. */
const NOMS: Rubrique[] = ['structure', 'partenaire']

/** Begins the reading of a field with what follows its label. `attend`: its value may be on the next line. */
export function ouvrir(
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
    largeur: 0,
  }
  lecteur.lectures.push(lecture)
  lecteur.ouverte = lecture
  const section = RUBRIQUES[rubrique].section ?? lecteur.section
  if (section !== lecteur.section) Object.assign(lecteur, { section, annoncee: false })
}

/** A title opens a part of the form. */
export const annoncer = (lecteur: Lecteur, section: Section | null) =>
  section && Object.assign(lecteur, { section, annoncee: true })

/** Adds words to the field being read. */
export function prolonger(ouverte: Ouverte, texte: string, liaison: string) {
  ouverte.texte = `${ouverte.texte}${ouverte.texte === '' ? '' : liaison}${texte.trim()}`.slice(0, TEXTE_MAX)
  ouverte.attend = false
}

/** Fields answered in free words, among which a word that is a label elsewhere: `Nature | Commune`, `Thème | Mobilité de jeunes`. */
const EN_MOTS: Rubrique[] = ['genre', 'theme', 'titre', 'structure', 'partenaire', 'description', 'autresFinanceurs']
/** The same, when the answer is only known to be on the next line. */
export const EN_MOTS_A_LA_LIGNE: Rubrique[] = ['genre', 'theme']
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
export function acceptePourValeur(
  lecteur: Lecteur,
  { rubrique, texte }: Ouverte,
  suite: string,
  enMots = EN_MOTS,
): boolean {
  return texte === '' && peutRepondre(lecteur, rubrique, suite, enMots)
}

/** The same for a label whose place alone is known. */
export function peutRepondre({ section }: Lecteur, rubrique: Rubrique, suite: string, enMots = EN_MOTS): boolean {
  if (!enMots.includes(rubrique) || /:\s*$/.test(suite)) return false
  if (rubrique === 'description') return true
  const reconnu = reconnaitreLibelle(suite, section)
  return reconnu === null ? !suite.includes(':') : REPONSES_POSSIBLES.includes(reconnu.rubrique)
}
