import { CHAMPS_ADRESSE, type Champ } from '#domain/portail/champs'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'

/** The four steps of a demande filled on the extranet, in the order of the portal (docs/domaine.md § 1.1). */
export const ETAPES = ['STRUCTURE', 'PROJET', 'PIECES', 'CERTIFICATION'] as const
export type Etape = (typeof ETAPES)[number]

/** Those that are questions to answer; the pièces are files. */
export type EtapeEcrite = Exclude<Etape, 'PIECES'>

/** What is asked beside the fields of the portal's listing: three boxes to tick, and where it is certified. */
type Engagement = 'adresseDeReponse' | 'reglementLu' | 'faitA' | 'certifie'

export type ChampEnLigne = Exclude<Champ, 'type' | 'numero' | 'statut' | 'deposeLe'> | Engagement

const nouveau = <C extends string>(champ: C) =>
  `nouveau${champ.charAt(0).toUpperCase()}${champ.slice(1)}` as `nouveau${Capitalize<C>}`

/** The address asked again when the structure has moved, and its SIRET when that changed too. */
export const CHAMPS_NOUVELLE_ADRESSE = [...CHAMPS_ADRESSE.map(nouveau), 'nouveauSiret'] as const

/** The fields of a step, in reading order (docs/domaine.md § 1.3). The name and the SIRET are those of the structure, and are not typed. */
export const CHAMPS_D_ETAPE: Record<EtapeEcrite, readonly ChampEnLigne[]> = {
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

/** The step of a field. */
export const etapeDe = (champ: ChampEnLigne): EtapeEcrite =>
  (Object.keys(CHAMPS_D_ETAPE) as EtapeEcrite[]).find((etape) => CHAMPS_D_ETAPE[etape].includes(champ)) ?? 'STRUCTURE'

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

/** Reads the answers of a row (a JSON column); what is no text of a field is left out. */
export function lireReponsesEnLigne(json: unknown): ReponsesEnLigne {
  const lu = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  return Object.fromEntries(
    Object.values(CHAMPS_D_ETAPE)
      .flat()
      .flatMap((champ) => (typeof lu[champ] === 'string' ? [[champ, lu[champ]]] : [])),
  )
}

/** Who only reads what a structure asks neither fills in nor deposits (#domain/ouverture-de-compte/membre). */
export const peutRemplir = (role: RoleMembre): boolean => role !== 'LECTEUR'
