import type { Montant } from '#domain/budget/montant'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'

const MINUTE_MS = 60_000

/** Until when a decision taken at this instant can be taken back, and when its mail leaves; null where the campagne lets it leave at once. */
export const reprenableJusquA = (priseLe: Date, minutes: number): Date | null =>
  minutes === 0 ? null : new Date(priseLe.getTime() + minutes * MINUTE_MS)

export type RefusReprise = 'AUCUNE_DECISION' | 'DEJA_VERSE' | 'COURRIEL_PARTI' | 'TROP_TARD'

export type AReprendre = {
  /** `verseCents`: what is recorded as paid of it. */
  decision: { etatAvant: Etat | null; reprenableA: Date | null; verseCents: Montant } | null
  /** The mail that tells it; null when none was written. */
  courriel: { etat: EtatCourriel; tentatives: number } | null
}

/**
 * May this decision be taken back as if it had never been? Until the mail that tells it leaves: one that waits or is held has told
 * nobody. Where no mail tells it, until its minutes are over. Gives the state the dossier returns to.
 */
export function reprendre({ decision, courriel }: AReprendre, now: Date): Result<Etat, RefusReprise> {
  if (!decision?.etatAvant) return no('AUCUNE_DECISION')
  if (decision.verseCents > 0n) return no('DEJA_VERSE')
  const attend =
    courriel && (courriel.etat === 'RETENU' || (courriel.etat === 'A_ENVOYER' && courriel.tentatives === 0))
  if (courriel && courriel.etat !== 'ANNULE') return attend ? ok(decision.etatAvant) : no('COURRIEL_PARTI')
  const { reprenableA } = decision
  return reprenableA !== null && now < reprenableA ? ok(decision.etatAvant) : no('TROP_TARD')
}
