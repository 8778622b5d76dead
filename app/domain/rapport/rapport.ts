import { no, ok, type Result } from '#domain/result'

/** The workbooks that can be asked for; each is built by a worker and kept. */
export const TYPES_RAPPORT = ['budget', 'commission'] as const
export type TypeRapport = (typeof TYPES_RAPPORT)[number]

/** Those that are of a campagne; the others are asked for where what they are of is shown. */
export const TYPES_DE_CAMPAGNE = ['budget'] as const satisfies TypeRapport[]

/** What a rapport is of: the dossiers of a campagne, or of all; the list of a séance, or its dossiers of one campagne. */
export type RapportVoulu =
  | { type: 'budget'; campagneCode?: string | undefined }
  | { type: 'commission'; seanceId: string; campagneCode?: string | undefined }

export const isTypeRapport = (type: string): type is TypeRapport => TYPES_RAPPORT.some((t) => t === type)

export const ETATS_RAPPORT = ['EN_ATTENTE', 'EN_COURS', 'PRET', 'ECHEC'] as const
export type EtatRapport = (typeof ETATS_RAPPORT)[number]

export type RefusRapport = 'TYPE_INCONNU' | 'CAMPAGNE_MANQUANTE' | 'SEANCE_MANQUANTE' | 'PAS_EN_ECHEC'

/** What a demande de rapport must say: a budget report is of one campagne, that of the commission of one séance. */
export function demander(
  type: string,
  { campagneCode, seanceId }: { campagneCode: string | null; seanceId: string | null },
): Result<RapportVoulu, RefusRapport> {
  if (!isTypeRapport(type)) return no('TYPE_INCONNU')
  if (type === 'commission')
    return seanceId ? ok({ type, seanceId, ...(campagneCode && { campagneCode }) }) : no('SEANCE_MANQUANTE')
  return campagneCode ? ok({ type, campagneCode }) : no('CAMPAGNE_MANQUANTE')
}

/** `budget-MEI-2025-2025-09-15.xlsx`, `commission-2025-12-14-2025-09-15.xlsx`: what it is of, then the day it was asked for. ASCII, no space, so that it survives every disk and mail. */
export const nomDuFichier = (type: TypeRapport, objet: string | null, jour: string): string =>
  `${[type, objet, jour]
    .filter((part) => part !== null)
    .join('-')
    .replace(/[^A-Za-z0-9-]+/g, '-')}.xlsx`

/** The name of the same file asked for on another day, whatever kind it is of: the day it ends with changes. */
export const nomDuMemeFichier = (nom: string, jour: string): string =>
  nom.replace(/\d{4}-\d{2}-\d{2}(?=\.[a-z]+$)/, jour)
