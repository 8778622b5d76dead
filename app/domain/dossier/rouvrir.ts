import type { Montant } from '#domain/budget/montant'
import { estDecide, suite, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { addMonths, compareJours, type Jour } from '#domain/temps/jour'

export type RefusRouvrir = 'PAS_DE_DECISION' | 'DEJA_VERSE' | 'MOTIF_TROP_COURT' | 'AVERTISSEMENT_NON_LU'

/** The reason stays in the journal and may be read by a judge: fewer characters than this say nothing. */
export const LONGUEUR_MIN_MOTIF_ROUVRIR = 10

/** Months during which an unlawful decision that created rights may be taken back (CRPA L242-1). */
const MOIS_DU_RETRAIT = 4

/** What the officer must read first: whether the decision created rights, and until when it could be taken back. */
export type Avertissement = { droitsCrees: boolean; retraitJusquAu: Jour; passe: boolean }

/** CRPA L242-1: a grant created rights from the day it was taken; four months later it stands, save at its beneficiary's request. */
export function avertirAvantRouvrir({ etat, priseLe }: { etat: Etat; priseLe: Jour }, today: Jour): Avertissement {
  const retraitJusquAu = addMonths(priseLe, MOIS_DU_RETRAIT)
  return {
    droitsCrees: etat === 'ACCORDE' || etat === 'ACCORDE_PARTIEL',
    retraitJusquAu,
    passe: compareJours(today, retraitJusquAu) > 0,
  }
}

/** Reopens a decision, with a reason, once the warning was read: the state the dossier comes back to. Not one of which something is paid. */
export function rouvrir(
  { etat, verseCents }: { etat: Etat; verseCents: Montant },
  { motif, avertissementLu }: { motif: string; avertissementLu: boolean },
): Result<{ etat: Etat; motif: string }, RefusRouvrir> {
  const atteint = estDecide(etat) ? suite(etat, 'rouvrir') : undefined
  if (!atteint) return no('PAS_DE_DECISION')
  if (verseCents > 0n) return no('DEJA_VERSE')
  if (!avertissementLu) return no('AVERTISSEMENT_NON_LU')
  const mots = motif.trim()
  return mots.length < LONGUEUR_MIN_MOTIF_ROUVRIR ? no('MOTIF_TROP_COURT') : ok({ etat: atteint, motif: mots })
}
