import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { no, ok, type Result } from '#domain/result'
import { longueur, nettoyer } from '#domain/texte'

/** Days during which officers see a demande on which help is asked for. */
export const JOURS_D_AIDE = 7

const JOUR_MS = 24 * 60 * 60_000

/** Longest word of an officer on a step, in characters. */
export const LONGUEUR_MAX_MOT = 2_000

type Aide = { echeance: Date; fermeeLe: Date | null }

type Aidee<A extends Aide> = { deposeeLe: Date | null; aides: readonly A[] }

/** The help that is asked for at this instant: neither closed, nor over, nor of what is deposited. Without one, a draft is the structure's alone. */
export const aideOuverte = <A extends Aide>({ deposeeLe, aides }: Aidee<A>, now: Date): A | null =>
  deposeeLe ? null : (aides.find(({ echeance, fermeeLe }) => fermeeLe === null && echeance > now) ?? null)

export type RefusDAide = 'LECTEUR_SEUL' | 'DEJA_DEPOSEE'

/** May this member ask for help, or ask for it no more? */
export function peutDemanderAide(
  role: RoleMembre,
  { deposeeLe }: { deposeeLe: Date | null },
): Result<undefined, RefusDAide> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  return deposeeLe ? no('DEJA_DEPOSEE') : ok()
}

/** Until when help is asked for. */
export const echeanceDAide = (now: Date): Date => new Date(now.getTime() + JOURS_D_AIDE * JOUR_MS)

export type RefusDeMot = 'MOT_VIDE' | 'MOT_TROP_LONG'

/** What an officer says of a step, in their words. */
export function lireMot(texte: string): Result<string, RefusDeMot> {
  const dit = nettoyer(texte)
  if (dit === '') return no('MOT_VIDE')
  return longueur(dit) > LONGUEUR_MAX_MOT ? no('MOT_TROP_LONG') : ok(dit)
}
