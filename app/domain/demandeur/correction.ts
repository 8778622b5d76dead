import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { no, ok, type Result } from '#domain/result'
import { longueur } from '#domain/texte'

/** The longest correction, in characters. */
export const LONGUEUR_MAX_CORRECTION = 2_000

export type RefusCorrection = 'LECTEUR_SEUL' | 'SANS_TEXTE' | 'TROP_LONG'

/** Who only reads what a structure asks asks for no change of it. */
export const peutDemanderCorrection = (role: RoleMembre): boolean => role !== 'LECTEUR'

/** What is wrong in the identity of a structure, in the words of one of its members. An officer reads it and decides. */
export function lireCorrection(role: RoleMembre, saisie: string): Result<string, RefusCorrection> {
  if (!peutDemanderCorrection(role)) return no('LECTEUR_SEUL')
  const texte = saisie.trim()
  if (texte === '') return no('SANS_TEXTE')
  return longueur(texte) > LONGUEUR_MAX_CORRECTION ? no('TROP_LONG') : ok(texte)
}
