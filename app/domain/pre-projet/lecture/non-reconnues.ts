import type { Ligne, RubriqueNonReconnue } from '#domain/pre-projet/fiche'
import { FORMULE_DE_FIN } from '#domain/pre-projet/lecture/appariement'
import { estNonRempli } from '#domain/pre-projet/lecture/couper'
import {
  type Cellule,
  classer,
  estUneTete,
  libelleEtTexte,
  ressembleAUnLibelle,
} from '#domain/pre-projet/lecture/cellule-lue'
import type { Lecture } from '#domain/pre-projet/lecture/lecteur'
import { plier } from '#domain/texte'

/** More than a form ever adds: what follows is not kept. */
const RUBRIQUES_MAX = 30
const LIBELLE_MAX = 200
const TEXTE_MAX = 2_000
/** More lines than a form ever has. */
const LIGNES_MAX = 2_000
/** Known labels that a form lays out in one way before another line laid out so is taken for a label. */
const PAREILS_MIN = 3

type Lue = { ligne: Ligne; cellules: Cellule[] }

/** A rubrique being collected. `attend`: its label was met, not yet its words. */
type EnCours = RubriqueNonReconnue & {
  attend: boolean
  /** Its label stands in a row of several cells. */ enRangee: boolean
}

/**
 * The labels of a document that the reader does not know, each with the words that answer it. What is looked at is what the readings left: a
 * line that is neither a label, nor a title, nor the words of a reading. Only what is laid out as a label and its answer counts, from the
 * first label known to the closing words: a letterhead, an instruction, a footer and a signature are no rubrique.
 */
export function rubriquesNonReconnues(lignes: readonly Ligne[], lectures: readonly Lecture[]): RubriqueNonReconnue[] {
  const lues = classer(lignes.slice(0, LIGNES_MAX), lectures)
  const corps = corpsDuFormulaire(lues)
  const collecte = new Collecte(formeDe(lues))
  for (let i = corps.debut; i < corps.fin; i += 1) {
    const lue = lues[i]
    if (!lue) break
    collecte.lire(lue, lues[i + 1], i <= corps.dernierConnu)
  }
  return collecte.rubriques()
}

/** How the form lays out the labels that are known: only what is laid out so is a label by its place alone. */
type Forme = {
  /** Alone on their line, without colon. */
  nus: boolean
  /** Over their answer in one cell. */
  enCellule: boolean
  /** Before a dash. */
  tirets: boolean
}

function formeDe(lues: readonly Lue[]): Forme {
  const cellules = lues.flatMap((lue) =>
    lue.cellules.map((cellule) => ({ ...cellule, seule: lue.cellules.length === 1 })),
  )
  const connues = cellules.filter(({ sorte }) => sorte === 'LIBELLE' || sorte === 'LIBELLE_NU')
  const nombre = (suit: (cellule: (typeof connues)[number]) => boolean) => connues.filter(suit).length
  return {
    nus: nombre(({ sorte, seule, texte }) => seule && sorte === 'LIBELLE_NU' && !texte.includes('\n')) >= PAREILS_MIN,
    enCellule: nombre(({ sorte, texte }) => sorte === 'LIBELLE_NU' && texte.includes('\n')) >= PAREILS_MIN,
    tirets: nombre(({ texte }) => AVANT_UN_TIRET.test(texte)) >= PAREILS_MIN,
  }
}

const AVANT_UN_TIRET = /^([^:\n]{2,120}?)\s[-–—]\s+(\S.*)$/su

const porteUnLibelle = ({ cellules }: Lue): boolean =>
  cellules.some(({ sorte }) => sorte === 'LIBELLE' || sorte === 'LIBELLE_NU')

/** From the first label known, or the table that holds it, to the closing words after the last. */
function corpsDuFormulaire(lues: readonly Lue[]): { debut: number; dernierConnu: number; fin: number } {
  const premier = lues.findIndex(porteUnLibelle)
  if (premier < 0) return { debut: 0, dernierConnu: -1, fin: 0 }
  const dernierConnu = lues.findLastIndex(porteUnLibelle)
  const { tableau } = lues[premier]?.ligne ?? {}
  let debut = tableau === undefined ? premier : lues.findIndex(({ ligne }) => ligne.tableau === tableau)
  while (tableau === undefined && estUneReponseEnLigne(lues[debut - 1])) debut -= 1
  const fin = lues.findIndex(({ cellules }, i) => i > dernierConnu && FORMULE_DE_FIN.test(cellules[0]?.texte ?? ''))
  return { debut, dernierConnu, fin: fin < 0 ? lues.length : fin }
}

/** `Label : words` right above the first label known: the first question of the form may be the one that was renamed. */
const estUneReponseEnLigne = (lue: Lue | undefined): boolean => {
  const [cellule] = lue?.cellules ?? []
  if (cellule?.sorte !== 'INCONNUE') return false
  const coupee = libelleEtTexte(cellule.texte)
  return coupee !== null && coupee.texte !== '' && !EN_TETE.test(coupee.libelle)
}

const EN_TETE =
  /^(?:appel|fiche|formulaire|dispositif|pré-?projet|département|direction|service|destinataires?)(?!\p{L})/iu

class Collecte {
  readonly #faites: EnCours[] = []
  #enCours: EnCours | null = null
  readonly #forme: Forme

  constructor(forme: Forme) {
    this.#forme = forme
  }

  /** `dedans`: known labels are still to come, what has no label of its own goes on with the one before. */
  lire(lue: Lue, suivante: Lue | undefined, dedans: boolean) {
    const pleines = lue.cellules.filter(({ sorte }) => sorte !== 'VIDE')
    if (pleines.length === 0) {
      if (!dedans && this.#enCours && !this.#enCours.attend) this.#enCours = null
    } else if (lue.cellules.length > 1) this.#lireRangee(lue, suivante)
    else this.#lireTexte(lue, suivante)
  }

  rubriques(): RubriqueNonReconnue[] {
    return this.#faites
      .filter(
        ({ texte }, i) => estUneReponse(texte) && this.#faites.findIndex((une) => memesMots(une.texte, texte)) === i,
      )
      .slice(0, RUBRIQUES_MAX)
      .map(({ libelle, texte, source }) => ({ libelle, texte: texte.trim(), source }))
  }

  #ouvrir({ source, cellules }: Ligne, libelle: string, texte = '') {
    const nu = libelle
      .replace(/(?<![\s:*…_.])[\s:*…_.]+$/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
    const rubrique: EnCours = {
      libelle: nu.slice(0, LIBELLE_MAX),
      texte: texte.slice(0, TEXTE_MAX),
      source,
      attend: texte === '',
      enRangee: cellules.length > 1,
    }
    this.#faites.push(rubrique)
    this.#enCours = rubrique
  }

  #prolonger(texte: string) {
    if (!this.#enCours) return
    const { texte: avant } = this.#enCours
    this.#enCours.texte = `${avant}${avant === '' ? '' : '\n'}${texte}`.slice(0, TEXTE_MAX)
    this.#enCours.attend = false
  }

  #lireTexte({ ligne, cellules: [cellule] }: Lue, suivante: Lue | undefined) {
    if (!cellule) return
    if (cellule.sorte === 'LUE') {
      if (this.#enCours?.attend) this.#prolonger(cellule.texte)
      return
    }
    if (cellule.sorte !== 'INCONNUE') {
      this.#enCours = null
      return
    }
    if (this.#lireCellule(ligne, cellule)) return
    for (const texte of cellule.texte.split('\n')) {
      const coupee = this.#couper(texte)
      if (coupee) this.#ouvrir(ligne, coupee.libelle, coupee.texte)
      else if (this.#enCours?.enRangee && /^\p{Ll}/u.test(texte)) this.#enCours.libelle += ` ${texte.trim()}`
      else if (this.#enCours) this.#prolonger(texte.trim())
      else if (this.#estUnLibelleNu(texte) && suivante?.cellules[0]?.sorte === 'INCONNUE') this.#ouvrir(ligne, texte)
    }
  }

  /** A label alone on its line, where the form writes its own so: the name of the form is none. */
  #estUnLibelleNu = (texte: string): boolean => this.#forme.nus && ressembleAUnLibelle(texte) && !EN_TETE.test(texte)

  /** A label over its answer in one cell, where the form writes its own so. */
  #lireCellule(ligne: Ligne, { texte }: Cellule): boolean {
    const [libelle = '', ...reponse] = texte.split('\n')
    if (!this.#forme.enCellule || reponse.length === 0 || !ressembleAUnLibelle(libelle)) return false
    this.#ouvrir(ligne, libelle, reponse.join('\n'))
    return true
  }

  #couper(texte: string): { libelle: string; texte: string } | null {
    const coupee = libelleEtTexte(texte)
    if (coupee || !this.#forme.tirets) return coupee
    const [, libelle = '', suite = ''] = AVANT_UN_TIRET.exec(texte) ?? []
    return ressembleAUnLibelle(libelle) ? { libelle, texte: suite } : null
  }

  #lireRangee(lue: Lue, suivante: Lue | undefined) {
    const { ligne, cellules } = lue
    if (this.#lireEnColonnes(lue, suivante)) return
    const pleines = cellules.filter(({ sorte }) => sorte !== 'VIDE')
    const [premiere] = pleines
    if (cellules[0]?.sorte === 'VIDE' && pleines.length === 1 && premiere?.sorte === 'INCONNUE' && this.#enCours) {
      this.#prolonger(premiere.texte)
      return
    }
    this.#enCours = null
    for (let i = 0; i < pleines.length; i += 1) {
      const [cellule, apres] = [pleines[i], pleines[i + 1]]
      if (cellule?.sorte !== 'INCONNUE') continue
      if (this.#lireCellule(ligne, cellule)) continue
      const coupee = this.#couper(cellule.texte)
      if (coupee && coupee.texte !== '') this.#ouvrir(ligne, coupee.libelle, coupee.texte)
      else if (apres && ressembleAUnLibelle(cellule.texte) && peutRepondre(apres, pleines.length, ligne)) {
        this.#ouvrir(ligne, cellule.texte, apres.texte)
        i += 1
      } else if (pleines.length === 1 && coupee) this.#ouvrir(ligne, coupee.libelle)
    }
  }

  /** Of a row of labels over a row of values, the columns whose label nobody knows. */
  #lireEnColonnes({ ligne, cellules }: Lue, suivante: Lue | undefined): boolean {
    if (!suivante || suivante.ligne.tableau !== ligne.tableau || !estUneTete(cellules, suivante.cellules)) return false
    cellules.forEach((tete, i) => {
      const dessous = suivante.cellules[i]
      if (tete.sorte === 'INCONNUE' && dessous?.sorte === 'INCONNUE') {
        this.#ouvrir(suivante.ligne, tete.texte, dessous.texte)
        dessous.sorte = 'LUE'
      }
    })
    this.#enCours = null
    return true
  }
}

/** A cell beside a label answers it, unless it is a label with a value of its own. A word that is a label elsewhere answers, alone. */
const peutRepondre = ({ sorte }: Cellule, cellules: number, { tableau = 0 }: Ligne): boolean =>
  sorte === 'INCONNUE' || (tableau >= 0 && (sorte === 'LUE' || (cellules === 2 && sorte !== 'LIBELLE')))

/** A field of a PDF form is met where it stands on the page, and by its name. */
const memesMots = (a: string, b: string): boolean => plier(a) === plier(b)

const CASE_VIDE = /[☐□][^☐□☒☑✓✔■]*/gu

/** Words that say something: not what is left to fill, nor a list of boxes of which none is ticked. */
const estUneReponse = (texte: string): boolean => !estNonRempli(texte.replace(CASE_VIDE, ''))
