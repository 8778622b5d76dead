import { no, ok, type Result } from '#domain/result'

/** The workbooks that can be asked for; each is built by a worker and kept. */
export const TYPES_RAPPORT = ['budget'] as const
export type TypeRapport = (typeof TYPES_RAPPORT)[number]

export const isTypeRapport = (type: string): type is TypeRapport => TYPES_RAPPORT.some((t) => t === type)

export const ETATS_RAPPORT = ['EN_ATTENTE', 'EN_COURS', 'PRET', 'ECHEC'] as const
export type EtatRapport = (typeof ETATS_RAPPORT)[number]

export type RefusRapport = 'TYPE_INCONNU' | 'CAMPAGNE_MANQUANTE'

/** What a demande de rapport must say: a budget report is of one campagne. */
export function demander(type: string, campagne: string | null): Result<TypeRapport, RefusRapport> {
  if (!isTypeRapport(type)) return no('TYPE_INCONNU')
  return campagne ? ok(type) : no('CAMPAGNE_MANQUANTE')
}

/** `budget-MEI-2025-2025-09-15.xlsx`: ASCII, no space, so that it survives every disk and mail. */
export const nomDuFichier = (type: TypeRapport, campagne: string | null, jour: string): string =>
  `${[type, campagne, jour]
    .filter((part) => part !== null)
    .join('-')
    .replace(/[^A-Za-z0-9-]+/g, '-')}.xlsx`
