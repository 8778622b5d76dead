import { estOrganismePublic, type Genre } from '#domain/structure/genre'
import { compter } from '#domain/nombre'
import type { SignalementDePiece } from '#domain/piece/signalement'
import { type LectureLue, type LigneDeTexte, estEntiere, preuveDe } from '#domain/piece/texte-de-piece'
import { cleRib, defautDIban, type DefautDeCompte, masquerIban } from '#domain/structure/iban'
import { estNomDe, estNommee } from '#domain/structure/nom-de-structure'
import { plier } from '#domain/texte'

type Structure = { nom: string; sigle: string; genre: Genre | null }

const TAILLE_IBAN = 27

/** What people put between the groups of a number. */
const SEPARES = /[ .|/-]+/g

/** FR and its two digits, at the beginning of a word or glued to « IBAN ». */
const DEBUT_IBAN = /(?:(?<=IBAN)|(?<![0-9A-Z]))F ?R ?\d ?\d(?=[ .|/-]{0,3}[0-9A-Z]|$)/g

type IbanLu = { nu: string; ligne: LigneDeTexte }

/** How many lines under its first an IBAN may go on. */
const LIGNES_SUIVANTES = 2

/**
 * The IBANs of a text: FR, two digits, then groups of letters and digits, spaced as people space them, on one line or folded on several. Where
 * twenty-seven characters in a row hold their keys they are the IBAN, whatever stands behind; else it ends where the groups look like words.
 */
function ibansDe(lignes: readonly LigneDeTexte[]): IbanLu[] {
  return lignes.flatMap((ligne, rang) => {
    const texte = enCapitales(ligne)
    return Array.from(texte.matchAll(DEBUT_IBAN)).flatMap(({ index }) => {
      const debut = texte.slice(index)
      const suite = lignes.slice(rang + 1, rang + 1 + LIGNES_SUIVANTES).map(enCapitales)
      const suivi = [debut, ...suite].join(' ').replace(SEPARES, '').slice(0, TAILLE_IBAN)
      if (defautDIban(suivi) === null) return [{ nu: suivi, ligne }]
      const nu = ibanEnGroupes(debut)
      return nu.length >= 15 ? [{ nu, ligne }] : []
    })
  })
}

const enCapitales = ({ texte }: LigneDeTexte): string =>
  texte
    .replace(/[\u00a0\u202f]/gu, ' ')
    .toUpperCase()
    .trim()

function ibanEnGroupes(texte: string): string {
  let nu = ''
  for (const groupe of texte.split(SEPARES)) {
    const propre = /^[0-9A-Z]+/.exec(groupe)?.[0] ?? ''
    const suite = nu.length < 4 || /\d/.test(propre) || (propre.length === 4 && nu.length + 4 < TAILLE_IBAN)
    if (propre === '' || nu.length >= TAILLE_IBAN || !suite) break
    nu += propre
    if (propre.length < groupe.length) break
  }
  return nu
}

const RIB = /(?<![0-9A-Z])(\d{5})[ .|/-]+(\d{5})[ .|/-]+([0-9A-Z]{11})[ .|/-]+(\d{2})(?![0-9A-Z])/g

/** The same with its words: « Code banque 30006 Code guichet 00001 N° de compte 12345678901 Clé RIB 89 ». */
const RIB_NOMME =
  /banque\D{0,20}(\d{5})\D{1,30}guichet\D{0,20}(\d{5})\D{1,30}compte\D{0,20}?([0-9A-Z]{11})\D{1,30}(\d{2})(?!\d)/giu

/** Lines on which the four numbers of a RIB may stand, one each. */
const LIGNES_DE_RIB = 4

type RibLu = { banque: string; guichet: string; compte: string; cle: string; ligne: LigneDeTexte }

/** The RIBs of a text: four numbers on a line, among their names or not, or one under another. */
function ribsDe(lignes: readonly LigneDeTexte[]): RibLu[] {
  return lignes.flatMap((ligne, rang) => {
    const empiles = /^\s*\d{5}\s*$/.test(ligne.texte) ? lignes.slice(rang, rang + LIGNES_DE_RIB) : [ligne]
    const texte = empiles.map((une) => une.texte.replace(/[\u00a0\u202f]/gu, ' ').trim()).join(' ')
    return [...texte.matchAll(RIB), ...texte.matchAll(RIB_NOMME)].map(
      ([, banque = '', guichet = '', compte = '', cle = '']) => ({ banque, guichet, compte, cle, ligne }),
    )
  })
}

const DIT: Record<DefautDeCompte, (iban: string, taille: number) => string> = {
  MAL_FORME: (iban, taille) =>
    taille === TAILLE_IBAN
      ? `L’IBAN ${iban} n’a pas la forme d’un IBAN français.`
      : `L’IBAN ${iban} compte ${compter(taille, 'caractère')} (${TAILLE_IBAN} attendus).`,
  CLE_IBAN: (iban) => `La clé de l’IBAN ${iban} est fausse\u00a0: un caractère au moins est erroné.`,
  CLE_RIB: (iban) => `La clé RIB contenue dans l’IBAN ${iban} est fausse.`,
}

/** An account number is never kept in clear beside the file. */
const preuveMasquee = (ligne: LigneDeTexte, mots: string) => ({ ...preuveDe(ligne), mots })

function signalerIban({ nu, ligne }: IbanLu): SignalementDePiece[] {
  const defaut = defautDIban(nu)
  if (defaut === null) return []
  const probleme = defaut === 'CLE_RIB' ? 'CLE_RIB_FAUSSE' : 'IBAN_INVALIDE'
  const masque = masquerIban(nu)
  return [{ probleme, detail: DIT[defaut](masque, nu.length), preuve: preuveMasquee(ligne, masque) }]
}

function signalerRib({ cle, ligne, ...compte }: RibLu): SignalementDePiece[] {
  const juste = cleRib(compte)
  if (juste === cle) return []
  const detail = `La clé du RIB est ${cle}\u00a0; pour ce compte elle serait ${juste}.`
  return [{ probleme: 'CLE_RIB_FAUSSE', detail, preuve: preuveMasquee(ligne, `clé ${cle}`) }]
}

const premier = (signalements: SignalementDePiece[]): SignalementDePiece[] => signalements.slice(0, 1)

/** What the numbers of a RIB show: no IBAN at all, a wrong key, of the IBAN or of the RIB. */
export function signalerCompte(lecture: LectureLue): SignalementDePiece[] {
  const ibans = ibansDe(lecture.lignes)
  const ribs = ribsDe(lecture.lignes)
  if (ibans.length === 0 && ribs.length === 0) {
    if (!estEntiere(lecture)) return []
    return [{ probleme: 'IBAN_ABSENT', detail: 'Aucun IBAN français ne se lit dans ce document.' }]
  }
  const signales = [...ibans.flatMap(signalerIban), ...ribs.flatMap(signalerRib)]
  return [
    ...premier(signales.filter(({ probleme }) => probleme === 'IBAN_INVALIDE')),
    ...premier(signales.filter(({ probleme }) => probleme === 'CLE_RIB_FAUSSE')),
  ]
}

const ETIQUETTE =
  /\b(titulaires?( du compte)?|intitule du compte|account (owner|holder)|nom du titulaire|domicilie au nom de)\b/

/** The public accountant holds the account of a public body. */
const COMPTABLE =
  /\btresor\b|tresorerie|\bsgc\b|service de gestion comptable|paierie|banque de france|agent comptable|agence comptable|recette|finances publiques|\bdgfip\b|\bddfip\b|\bdrfip\b/
/** The name beside « titulaire du compte », or on the line under it. */
function titulaireDe(lignes: readonly LigneDeTexte[]): LigneDeTexte | null {
  for (const [rang, ligne] of lignes.entries()) {
    const plie = plier(ligne.texte)
    const etiquette = ETIQUETTE.exec(plie)
    if (!etiquette) continue
    const apres = plie
      .slice(etiquette.index + etiquette[0].length)
      .replace(/^ (du compte|account owner|account holder)\b/, '')
    const reste = ligne.texte.includes(':') ? ligne.texte.slice(ligne.texte.indexOf(':') + 1).trim() : apres.trim()
    if (/\p{L}{2}/u.test(reste)) return { ...ligne, texte: reste }
    const suivante = lignes[rang + 1]
    if (suivante && /\p{L}{2}/u.test(suivante.texte)) return suivante
  }
  return null
}

/** The holder of the account, when it is not the structure. The accountant of a public body is at home. */
export function signalerTitulaire(lecture: LectureLue, structure: Structure): SignalementDePiece[] {
  const { lignes } = lecture
  const estPublic = estOrganismePublic(structure.genre)
  const titulaire = titulaireDe(lignes)
  if (titulaire) {
    if (estNomDe(structure, titulaire.texte) || (estPublic && COMPTABLE.test(plier(titulaire.texte)))) return []
    const detail = `Le titulaire lu est «\u00a0${titulaire.texte.slice(0, 80)}\u00a0», et non ${structure.nom}.`
    return [{ probleme: 'TITULAIRE_DIFFERENT', detail, preuve: preuveDe(titulaire) }]
  }
  const textes = lignes.map(({ texte }) => texte)
  if (estNommee(structure, textes) || (estPublic && COMPTABLE.test(plier(textes.join(' '))))) return []
  if (!estEntiere(lecture)) return []
  return [
    { probleme: 'TITULAIRE_DIFFERENT', detail: `Le nom de la structure (${structure.nom}) ne se lit pas sur ce RIB.` },
  ]
}
