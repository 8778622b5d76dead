import { no, ok, type Result } from '#domain/result'
import type { EtatOuverture } from '#domain/ouverture-de-compte/ouverture'
import { type RoleMembre, rolesOfferts } from '#domain/ouverture-de-compte/membre'
import { longueur } from '#domain/texte'

/** A structure that a request may lead to. `parSiren`: it is the one of the request, by its SIREN; else it bears the same name and no SIRET. */
export type Candidate = { id: string; parSiren: boolean }

export type RefusReponse =
  | 'DEJA_TRAITEE'
  | 'STRUCTURE_A_CHOISIR'
  | 'MOTIF_A_DIRE'
  | 'MOTIF_TROP_LONG'
  | 'ROLE_NON_OFFERT'
  | 'DEJA_REPRESENTANT'
  | 'COMPTE_FERME'

/** The longest reason of a refusal, in characters. */
export const LONGUEUR_MAX_MOTIF = 2_000

/** A request whose address is confirmed, and that nobody has answered. */
const ouverte = (etat: EtatOuverture): Result<true, RefusReponse> =>
  etat === 'A_TRAITER' ? ok(true) : no('DEJA_TRAITEE')

/**
 * To which structure an accepted request leads: the one that was chosen, null for a new one. A structure of the same SIREN is joined, never
 * made a second time; one that only bears the same name is joined where an officer says that it is the same.
 */
export function accepter(
  etat: EtatOuverture,
  candidates: readonly Candidate[],
  choisie: string | null,
): Result<string | null, RefusReponse> {
  const a = ouverte(etat)
  if (!a.ok) return a
  const memes = candidates.filter(({ parSiren }) => parSiren)
  if (choisie !== null) return candidates.some(({ id }) => id === choisie) ? ok(choisie) : no('STRUCTURE_A_CHOISIR')
  return memes.length === 0 ? ok(null) : no('STRUCTURE_A_CHOISIR')
}

type Adhesion = {
  /** What who answers is in the structure. */
  mien: RoleMembre
  /** What who asks is in it already; null for no member of it. */
  sien: RoleMembre | null
  role: RoleMembre
}

/** Somebody joins a structure by the word of one of its members, who gives no role above their own and takes none from a représentant légal. */
export function accepterAdhesion(
  etat: EtatOuverture,
  { mien, sien, role }: Adhesion,
): Result<RoleMembre, RefusReponse> {
  const a = ouverte(etat)
  if (!a.ok) return a
  if (!rolesOfferts(mien).includes(role)) return no('ROLE_NON_OFFERT')
  return sien === 'REPRESENTANT_LEGAL' ? no('DEJA_REPRESENTANT') : ok(role)
}

/** A refusal says why: it is written to the person. */
export function refuser(etat: EtatOuverture, motif: string): Result<string, RefusReponse> {
  const a = ouverte(etat)
  if (!a.ok) return a
  const dit = motif.trim()
  if (dit === '') return no('MOTIF_A_DIRE')
  return longueur(dit) > LONGUEUR_MAX_MOTIF ? no('MOTIF_TROP_LONG') : ok(dit)
}
