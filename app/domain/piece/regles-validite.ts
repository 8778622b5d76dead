import { type CodePiece, isCodePiece, type MotifNonConformite } from '#domain/piece/piece'
import { type Jour, parseJour } from '#domain/temps/jour'

/** N is the year of the campagne. */
export const ANNEES_ATTENDUES = ['N', 'N-1'] as const
export type AnneeAttendue = (typeof ANNEES_ATTENDUES)[number]

/** What is looked at in the file of one pièce (docs/domaine.md § 3.2). False and null mean that nothing is looked at. */
export type ReglesValidite = {
  signatureRequise: boolean
  dateRequise: boolean
  /** The year that the text must show. */
  anneeDansTexte: AnneeAttendue | null
  /** Months before the deposit, at most. */
  ancienneteMaxMois: number | null
  /** First day that a date may be: the contrat d'engagement républicain exists since then. */
  dateAuPlusTot: Jour | null
  /** The holder of the account is the structure. */
  titulaire: boolean
  ibanValide: boolean
  /** The text names the structure. */
  nomStructure: boolean
  /** The text shows its SIRET. */
  siretStructure: boolean
  /** The text shows its RNA number. */
  rna: boolean
  /** Charges and produits are equal. */
  equilibre: boolean
  /** The amount asked is in it. */
  montantDemande: boolean
  /** A workbook that can be read, and not a picture of one. */
  classeur: boolean
  /** Its dates hold those of the project. */
  couvreProjet: boolean
}

export const AUCUNE_REGLE: ReglesValidite = {
  signatureRequise: false,
  dateRequise: false,
  anneeDansTexte: null,
  ancienneteMaxMois: null,
  dateAuPlusTot: null,
  titulaire: false,
  ibanValide: false,
  nomStructure: false,
  siretStructure: false,
  rna: false,
  equilibre: false,
  montantDemande: false,
  classeur: false,
  couvreProjet: false,
}

type RegleOuiNon = { [R in keyof ReglesValidite]: ReglesValidite[R] extends boolean ? R : never }[keyof ReglesValidite]

/** The rules that are only true or false, in the order people read them; one without its place here does not compile. */
const ORDRE: Record<RegleOuiNon, true> = {
  signatureRequise: true,
  dateRequise: true,
  nomStructure: true,
  siretStructure: true,
  rna: true,
  titulaire: true,
  ibanValide: true,
  classeur: true,
  equilibre: true,
  montantDemande: true,
  couvreProjet: true,
}
export const REGLES_OUI_NON = Object.keys(ORDRE) as RegleOuiNon[]

const PAR_CODE: Record<CodePiece, Partial<ReglesValidite>> = {
  BUDGET_PROJET: { classeur: true, equilibre: true, montantDemande: true },
  LETTRE: { signatureRequise: true, dateRequise: true },
  DELIBERATION: { signatureRequise: true, dateRequise: true },
  STATUTS: { signatureRequise: true, dateRequise: true, nomStructure: true },
  RECEPISSE_PREF: { nomStructure: true, rna: true },
  JO: { dateRequise: true, nomStructure: true },
  DIRIGEANTS: {},
  COMPTES_N1: { signatureRequise: true, anneeDansTexte: 'N-1' },
  BUDGET_STRUCTURE_N: { signatureRequise: true, anneeDansTexte: 'N', equilibre: true, montantDemande: true },
  CER: { signatureRequise: true, dateRequise: true, dateAuPlusTot: '2022-01-02' },
  RIB: { titulaire: true, ibanValide: true },
  ATTESTATION_HONNEUR: { signatureRequise: true },
  POUVOIR: { signatureRequise: true },
  ACCORD_PARTENAIRE: { signatureRequise: true, nomStructure: true, couvreProjet: true },
  DOMICILE_JEUNES: { dateRequise: true, ancienneteMaxMois: 3 },
  PROGRAMME: { couvreProjet: true },
  AVIS_SIRENE: { siretStructure: true, ancienneteMaxMois: 3 },
  ASSURANCE: { couvreProjet: true },
  BILAN_PREC: {},
}

/** The rules of a code that no campagne has set (docs/domaine.md § 3.2). */
export const reglesParDefaut = (code: string): ReglesValidite => ({
  ...AUCUNE_REGLE,
  ...(isCodePiece(code) && PAR_CODE[code]),
})

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isMois = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 120

/**
 * The rules of one line of what is asked, from its `regles` column: a rule that is absent, or of another kind than it should be,
 * is the one of its code. Never throws.
 */
export function reglesDe(code: string, json: unknown): ReglesValidite {
  const regles = reglesParDefaut(code)
  if (!isJson(json)) return regles
  for (const regle of REGLES_OUI_NON) {
    const value = json[regle]
    if (typeof value === 'boolean') regles[regle] = value
  }
  const annee = ANNEES_ATTENDUES.find((attendue) => attendue === json.anneeDansTexte)
  if (annee || json.anneeDansTexte === null) regles.anneeDansTexte = annee ?? null
  if (isMois(json.ancienneteMaxMois) || json.ancienneteMaxMois === null)
    regles.ancienneteMaxMois = json.ancienneteMaxMois
  const jour = json.dateAuPlusTot
  if (jour === null || (typeof jour === 'string' && parseJour(jour) === jour)) regles.dateAuPlusTot = jour
  return regles
}

/** Reasons that any file may be refused for. */
const COMMUNS: readonly MotifNonConformite[] = ['ILLISIBLE', 'INCOMPLETE', 'AUTRE_STRUCTURE', 'MAUVAIS_FORMAT']

/**
 * The reasons offered for a refusal when the campagne names none: those its rules can be broken by, then those of any file. What weighs
 * on the deposit itself (size, label) and « autre » close the list.
 */
export function motifsDesRegles(regles: ReglesValidite): MotifNonConformite[] {
  const si = (vrai: boolean, motif: MotifNonConformite) => (vrai ? [motif] : [])
  const datee = regles.dateRequise || regles.ancienneteMaxMois !== null || regles.dateAuPlusTot !== null
  return [
    ...si(regles.signatureRequise, 'NON_SIGNEE'),
    ...si(datee, 'NON_DATEE'),
    ...si(regles.anneeDansTexte !== null, 'MAUVAISE_ANNEE'),
    ...si(regles.ancienneteMaxMois !== null || regles.dateAuPlusTot !== null, 'PERIMEE'),
    ...si(regles.titulaire, 'MAUVAIS_TITULAIRE'),
    ...si(regles.equilibre, 'DESEQUILIBREE'),
    ...si(regles.montantDemande, 'MONTANT_DIFFERENT'),
    ...COMMUNS,
    'TROP_VOLUMINEUSE',
    'LIBELLE_TROP_LONG',
    'AUTRE',
  ]
}
