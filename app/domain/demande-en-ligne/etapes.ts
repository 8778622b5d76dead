import {
  estQuestionPosee,
  type QuestionDeCampagne,
  type QuestionPosee,
} from '#domain/demande-en-ligne/questions-de-campagne'
import { CHAMPS_ADRESSE, type Champ } from '#domain/portail/champs'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'

/** The four steps of a demande filled on the extranet, in the order of the portal (docs/domaine.md § 1.1). */
export const ETAPES = ['STRUCTURE', 'PROJET', 'PIECES', 'CERTIFICATION'] as const
export type Etape = (typeof ETAPES)[number]

/** Those that are questions to answer; the pièces are files. */
export type EtapeEcrite = Exclude<Etape, 'PIECES'>

/** What is asked beside the fields of the portal's listing: three boxes to tick, and where it is certified. */
type Engagement = 'adresseDeReponse' | 'reglementLu' | 'faitA' | 'certifie'

/** What is asked of whoever asks. */
export type ChampFixe = Exclude<Champ, 'type' | 'numero' | 'statut' | 'deposeLe'> | Engagement

/** All that a demande may be asked: the same of everybody, and what its campagne asks of its own. */
export type ChampEnLigne = ChampFixe | QuestionPosee

const nouveau = <C extends string>(champ: C) =>
  `nouveau${champ.charAt(0).toUpperCase()}${champ.slice(1)}` as `nouveau${Capitalize<C>}`

/** The address asked again when the structure has moved, and its SIRET when that changed too. */
export const CHAMPS_NOUVELLE_ADRESSE = [...CHAMPS_ADRESSE.map(nouveau), 'nouveauSiret'] as const

/** The fields of a step that everybody is asked, in reading order (docs/domaine.md § 1.3). The name and the SIRET are those of the structure, and are not typed. */
export const CHAMPS_FIXES: Record<EtapeEcrite, readonly ChampFixe[]> = {
  STRUCTURE: [
    ...CHAMPS_ADRESSE,
    ...CHAMPS_NOUVELLE_ADRESSE,
    'courriel',
    'adresseDeReponse',
    'telephone',
    'site',
    'representantNom',
    'representantPrenom',
    'representantFonction',
    'correspondantNom',
    'correspondantPrenom',
    'correspondantFonction',
    'correspondantTelephone',
    'correspondantCourriel',
  ],
  PROJET: [
    'reglementLu',
    'objet',
    'montantDemande',
    'coutTotal',
    'pays',
    'villePartenaire',
    'dateDebut',
    'dateFin',
    'nbParticipants',
  ],
  CERTIFICATION: ['faitA', 'certifie'],
}

/** The fields of a step of a demande whose campagne asks these questions: they come after those of the project. */
export const champsDEtape = (etape: EtapeEcrite, posees: readonly QuestionDeCampagne[]): readonly ChampEnLigne[] =>
  etape === 'PROJET' ? [...CHAMPS_FIXES.PROJET, ...posees.map(({ champ }) => champ)] : CHAMPS_FIXES[etape]

/** The step of a field. */
export const etapeDe = (champ: ChampEnLigne): EtapeEcrite =>
  estQuestionPosee(champ)
    ? 'PROJET'
    : ((Object.keys(CHAMPS_FIXES) as EtapeEcrite[]).find((etape) => CHAMPS_FIXES[etape].includes(champ)) ?? 'STRUCTURE')

/** Without an answer to these a demande is not deposited: the asterisks of the portal's form, and where and when the project is. */
export const OBLIGATOIRES: readonly ChampEnLigne[] = [
  'codePostal',
  'commune',
  'courriel',
  'adresseDeReponse',
  'telephone',
  'representantNom',
  'representantPrenom',
  'representantFonction',
  'correspondantCourriel',
  'reglementLu',
  'objet',
  'montantDemande',
  'pays',
  'dateDebut',
  'dateFin',
  'faitA',
  'certifie',
]

/** The boxes to tick: `oui`, or nothing. */
export const COCHES: readonly ChampEnLigne[] = ['adresseDeReponse', 'reglementLu', 'certifie']

/** What was answered, by field; what is absent was not. Texts as they were typed. */
export type ReponsesEnLigne = Readonly<{ [C in ChampEnLigne]?: string }>

const FIXES: readonly string[] = Object.values(CHAMPS_FIXES).flat()

/** Is this the name of something that a demande may be asked? */
export const seDemande = (champ: string): champ is ChampEnLigne => FIXES.includes(champ) || estQuestionPosee(champ)

/** Reads the answers of a row (a JSON column); what is no text of a field is left out. */
export function lireReponsesEnLigne(json: unknown): ReponsesEnLigne {
  const lues = Object.entries(typeof json === 'object' && json !== null ? json : {})
  return Object.fromEntries(lues.filter(([champ, texte]) => seDemande(champ) && typeof texte === 'string'))
}

/** Who only reads what a structure asks neither fills in nor deposits (#domain/ouverture-de-compte/membre). */
export const peutRemplir = (role: RoleMembre): boolean => role !== 'LECTEUR'
