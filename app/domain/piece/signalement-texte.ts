import { accorder } from '#domain/nombre'
import type { TypeContenu } from '#domain/piece/depot'
import type { ReglesValidite } from '#domain/piece/regles-validite'
import type { SignalementDePiece } from '#domain/piece/signalement'
import { signalerCompte, signalerTitulaire } from '#domain/piece/signalement-banque'
import { signalerAnnee, signalerAnteriorite, signalerDate, signalerPeremption } from '#domain/piece/signalement-dates'
import { signalerAutreStructure, type StructureAttendue } from '#domain/piece/signalement-structure'
import { estEntiere, estScan, type LectureDePiece, type LectureLue } from '#domain/piece/texte-de-piece'
import type { Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/** Raised when a rule below changes: files read by older rules are read again. */
export const REGLES_DE_LECTURE = 1

/** What a file is compared with. */
export type FaitsDePiece = {
  code: string | null
  type: TypeContenu
  regles: ReglesValidite
  /** N: the year of the campagne. */
  annee: number
  deposeLe: Jour
  structure: StructureAttendue
}

/** Words that stand for a signature, as they are written. */
const SIGNATURE =
  /\bsign[ée]e?s?\s*(:|par\b|le\b|[ée]lectroniquement)|signature|lu et approuv[ée]|bon pour (accord|pouvoir)|cachet|pour extrait (certifi[ée] )?conforme|certifi[ée] (conforme|exact|sinc[èe]re)|docusign|yousign|\bp\.\s?o\./i

/** The office of who signs, alone at the end of a text; the Président du Conseil départemental is who a letter is sent to. */
const FONCTION =
  /^(pour )?((le|la|l|les) )?(co )?(president|presidente|presidents|maire|tresorier|tresoriere|secretaire|principal|principale|proviseur|proviseure|directeur|directrice|chef d etablissement|gerant|gerante|representant legal|representante legale)\b/

function estSignee({ lignes, signee }: LectureLue): boolean {
  if (signee) return true
  const fin = Math.floor(lignes.length * 0.4)
  return lignes.some(({ texte }, rang) => {
    if (SIGNATURE.test(texte)) return true
    const plie = plier(texte)
    return rang >= fin && texte.length <= 70 && FONCTION.test(plie) && !/departement/.test(plie)
  })
}

function signalerSignature(lecture: LectureLue, { regles }: FaitsDePiece): SignalementDePiece[] {
  if (!regles.signatureRequise || !estEntiere(lecture) || estSignee(lecture)) return []
  const suite = lecture.aImage ? ' Une image du document en tient peut-être lieu\u00a0: regardez-la.' : ''
  return [{ probleme: 'SANS_SIGNATURE', detail: `Aucune mention de signature ne se lit dans le texte.${suite}` }]
}

const liste = (pages: readonly number[]) =>
  accorder(pages.length, `La page ${pages[0]} est blanche`, `Les pages ${pages.slice(0, 8).join(', ')} sont blanches`)

function signalerPages({ blanches, pages }: LectureLue): SignalementDePiece[] {
  const [premiere] = blanches
  if (premiere === undefined || blanches.length === pages) return []
  const detail = `${liste(blanches)} (le document en compte ${pages}).`
  return [{ probleme: 'PAGES_BLANCHES', detail, preuve: { page: premiere, endroit: `page ${premiere}` } }]
}

/** True when some rule would have read the text. */
const litLeTexte = ({
  signatureRequise,
  dateRequise,
  anneeDansTexte,
  ancienneteMaxMois,
  titulaire,
  ibanValide,
  ...regles
}: ReglesValidite) =>
  signatureRequise ||
  dateRequise ||
  titulaire ||
  ibanValide ||
  regles.nomStructure ||
  regles.siretStructure ||
  anneeDansTexte !== null ||
  ancienneteMaxMois !== null

const CLASSEURS: readonly TypeContenu[] = ['xlsx', 'xls', 'ods']

function signalerFormat({ regles, type }: FaitsDePiece): SignalementDePiece[] {
  if (!regles.classeur || CLASSEURS.includes(type)) return []
  return [
    {
      probleme: 'PAS_UN_CLASSEUR',
      detail: 'Ce n’est pas un classeur\u00a0: les calculs du budget ne peuvent pas être vérifiés par la machine.',
    },
  ]
}

function signalerTexte(lecture: LectureLue, faits: FaitsDePiece): SignalementDePiece[] {
  const { code, regles, structure } = faits
  const titulaire = regles.titulaire ? signalerTitulaire(lecture, structure) : []
  return [
    ...signalerAnnee(lecture, faits),
    ...signalerDate(lecture, faits),
    ...signalerSignature(lecture, faits),
    ...signalerPeremption(lecture, faits),
    ...signalerAnteriorite(lecture, faits),
    ...(regles.ibanValide ? signalerCompte(lecture) : []),
    ...titulaire,
    ...(titulaire.length > 0 ? [] : signalerAutreStructure(lecture, { code, structure })),
  ]
}

const DITS_SANS_LECTURE: Record<Exclude<LectureDePiece['etat'], 'LUE'>, SignalementDePiece[]> = {
  PROTEGEE: [
    { probleme: 'PDF_PROTEGE', detail: 'Le document est protégé par un mot de passe\u00a0: il ne s’ouvre pas.' },
  ],
  ILLISIBLE: [{ probleme: 'PDF_ILLISIBLE', detail: 'Le document est abîmé\u00a0: il ne s’ouvre pas.' }],
  NON_LUE: [],
}

const SCAN: SignalementDePiece = {
  probleme: 'SCAN_SANS_TEXTE',
  detail:
    'Document numérisé\u00a0: son texte est illisible par la machine. Date, signature et noms sont à vérifier à l’œil.',
}

/**
 * What the reading of a file shows beside the facts of its dossier, in the order an officer would look. A picture is never accused of what
 * no machine can read in it, nor a text of which only a part was read.
 */
export function signalerContenu(lecture: LectureDePiece, faits: FaitsDePiece): SignalementDePiece[] {
  const format = signalerFormat(faits)
  if (lecture.etat !== 'LUE') return [...DITS_SANS_LECTURE[lecture.etat], ...format]
  if (estScan(lecture)) return [...format, ...(litLeTexte(faits.regles) ? [SCAN] : [])]
  return [...format, ...signalerPages(lecture), ...signalerTexte(lecture, faits)]
}
