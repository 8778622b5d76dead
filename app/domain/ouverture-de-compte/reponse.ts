import { no, ok, type Result } from '#domain/result'
import type { EtatOuverture } from '#domain/ouverture-de-compte/ouverture'
import { longueur } from '#domain/texte'

/** A structure that a request may lead to. `parSiren`: it is the one of the request, by its SIREN; else it bears the same name and no SIRET. */
export type Candidate = { id: string; parSiren: boolean }

export type RefusReponse = 'DEJA_TRAITEE' | 'STRUCTURE_A_CHOISIR' | 'MOTIF_A_DIRE' | 'MOTIF_TROP_LONG'

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

/** A refusal says why: it is written to the person. */
export function refuser(etat: EtatOuverture, motif: string): Result<string, RefusReponse> {
  const a = ouverte(etat)
  if (!a.ok) return a
  const dit = motif.trim()
  if (dit === '') return no('MOTIF_A_DIRE')
  return longueur(dit) > LONGUEUR_MAX_MOTIF ? no('MOTIF_TROP_LONG') : ok(dit)
}
