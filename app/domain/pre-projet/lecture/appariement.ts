import { couper, estLibre, estNonRempli, sembleUnLibelle } from '#domain/pre-projet/lecture/couper'
import type { Ligne } from '#domain/pre-projet/fiche'
import {
  acceptePourValeur,
  annoncer,
  EN_MOTS_A_LA_LIGNE,
  ouvrir,
  prolonger,
  TEXTE_MAX,
  type Lecteur,
  type Lecture,
  type Ouverte,
} from '#domain/pre-projet/lecture/lecteur'
import { sectionDe } from '#domain/pre-projet/lecture/libelle'
import type { Rubrique } from '#domain/pre-projet/lecture/rubriques'
import { lireEnColonnes, lireRangee } from '#domain/pre-projet/lecture/rangees'

/** More lines than a form ever has: what follows is not read. */
const LIGNES_MAX = 5_000

/** How a message or a form ends: what follows is its signature. */
export const FORMULE_DE_FIN =
  /^(?:--\s*$|cordialement|bien (?:a|à) vous|bien cordialement|(?:sinc[eè]res )?salutations|merci|envoy[eé] de mon|dans l.attente|restant|je vous prie|veuillez agr[eé]er|fait (?:a|à) )/i

/** The lines of a document as they are read: no more than a form has, without the marks and the spaces that say nothing. */
export const resserrerLignes = (lignes: readonly Ligne[]): Ligne[] =>
  lignes.slice(0, LIGNES_MAX).map((ligne) => ({ ...ligne, cellules: ligne.cellules.map(resserrer) }))

/**
 * Gives each label of a document the words that answer it, whatever the layout: `label : value`, a table in two columns,
 * labels over their values, a label on a line and its value on the next.
 */
export function apparier(lues: readonly Ligne[]): Lecture[] {
  const lecteur: Lecteur = { lectures: [], section: null, annoncee: false, ouverte: null }
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

/** What Gmail makes of bold words in the plain text of a message: `*SIRET :* 710…`. */
const EMPHASE = /(?<![^\s(])\*{1,2}(?=[^\s*])([^*\n]{0,300}[^\s*])\*{1,2}(?![^\s.,;:)])/gu

/** Long runs of spaces and tabs say no more than short ones, and cost more to look at. */
const resserrer = (cellule: string): string =>
  cellule
    .slice(0, TEXTE_MAX)
    .replace(EMPHASE, '$1')
    .replace(/[^\S\n\t]{3,}/gu, '  ')
    .replace(/\t+/g, '\t')
    .replace(/\n{3,}/g, '\n\n')

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
      prolonger(ouverte, ligne.cellules[0] ?? '', '')
      return
    }
    if (ouverte && acceptePourValeur(lecteur, ouverte, texte, EN_MOTS_A_LA_LIGNE)) {
      prolonger(ouverte, texte, ' ')
      continue
    }
    const section = sectionDe(texte)
    const morceaux = couper(texte, lecteur.section)
    annoncer(lecteur, section)
    if (morceaux) for (const morceau of morceaux) ouvrir(lecteur, ligne, morceau, { titre: section !== null })
    else if (ouverte && seSuivent(ouverte, ligne, texte)) {
      if (ouverte.attend && sembleUnLibelle(texte)) ouverte.ambigu = true
      else if (ouverte.attend && ouverte.rubrique === 'contact' && NOM_PROPRE.test(texte)) ouverte.ambigu = false
      prolonger(ouverte, texte, estLibre(ouverte.rubrique) ? '\n' : ' ')
    } else fermer(lecteur, ligne)
    if (lecteur.ouverte) lecteur.ouverte.largeur = texte.length
  }
}

/** Ends a reading on words that follow it closely on a page and are no label: the answer may have been cut there. */
function fermer(lecteur: Lecteur, { tableau }: Ligne) {
  const { ouverte } = lecteur
  if (ouverte && tableau !== undefined && ouverte.tableau === tableau && ouverte.largeur >= COURTE)
    if (ENONCES.includes(ouverte.rubrique)) ouverte.ambigu = true
  lecteur.ouverte = null
}

/** Characters under which a line of a column was not ended by its edge. */
const COURTE = 30

/** Fields whose answer may hold a colon, as a title does. */
const ENONCES: Rubrique[] = ['titre', 'structure', 'partenaire', 'theme']

/** A first name and a name: `Contact` above it is a question, and not the title of a part. */
const NOM_PROPRE =
  /^(?:M\.|Mme|Mlle|Monsieur|Madame)?\s*\p{Lu}[\p{L}’'-]+(?:\s+(?:de\s|d’|d'|le\s|la\s)?\p{Lu}[\p{L}’'-]+){1,3}$/u

/** Narrowest page on which mail programs fold lines. */
const REPLI = 70

/** A line that its writer, or their mail program, folded: it goes on with a small letter, or with a word for which there was no room. */
function estRepliee({ rubrique, largeur }: Ouverte, suite: string): boolean {
  if (largeur < 50 || SANS_SUITE.includes(rubrique)) return false
  const [mot = ''] = suite.split(' ')
  return /^[\p{Ll}(]/u.test(suite) || largeur + 1 + mot.length > REPLI
}

/** Fields of one word or number: what follows on the next line is another matter. */
const SANS_SUITE: Rubrique[] = ['siret', 'codePostal', 'courriel', 'telephone']

/** `Avez-vous déjà mené un tel projet ? Oui`: another question, which the value before it does not go on with. */
const estUneQuestion = (texte: string): boolean => /^\p{Lu}[^:?]{10,150}\?(?:\s|$)/u.test(texte)

/** Whether a line without label goes on with the value before it. */
function seSuivent(ouverte: Ouverte, ligne: Ligne, texte: string): boolean {
  if (ouverte.tableau !== ligne.tableau || FORMULE_DE_FIN.test(texte)) return false
  if (ouverte.rubrique === 'description') return true
  if (!ouverte.attend && estUneQuestion(texte)) return false
  if (sembleUnLibelle(texte)) return ouverte.attend && ENONCES.includes(ouverte.rubrique)
  if (ouverte.attend || estLibre(ouverte.rubrique)) return true
  return estRepliee(ouverte, texte)
}
