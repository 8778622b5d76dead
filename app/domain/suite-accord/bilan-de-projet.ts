import type { Montant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import type { Accord } from '#domain/suite-accord/accord'
import { addDays, compareJours, type Jour } from '#domain/temps/jour'

/** What was thought of a bilan that came. */
export const VERDICTS_BILAN = ['CONFORME', 'A_COMPLETER'] as const
export type VerdictBilan = (typeof VERDICTS_BILAN)[number]

/** The bilan of a grant; `recuLe` is null until it comes, `verdict` until somebody has looked at it. */
export type Bilan = { duLe: Jour; recuLe: Jour | null; verdict: VerdictBilan | null }

/** The same, with what was really spent by it; null while it is not found in order. */
export type BilanDepense = Bilan & { depenseCents: Montant | null }

export const ETATS_BILAN = ['ATTENDU', 'EN_RETARD', 'A_EXAMINER', 'A_COMPLETER', 'CONFORME'] as const
export type EtatBilan = (typeof ETATS_BILAN)[number]

/** The last day of a bilan: so many days after the end of the project, or after the decision where that end is not known. */
export const bilanDuLe = (projetFin: Jour | null, decideLe: Jour, bilanDuJours: number): Jour =>
  addDays(projetFin ?? decideLe, bilanDuJours)

/** Where it stands on this day; one to complete is late too once its last day has passed. */
export function etatDuBilan({ duLe, recuLe, verdict }: Bilan, today: Jour): EtatBilan {
  if (verdict === 'CONFORME') return 'CONFORME'
  if (recuLe !== null && verdict === null) return 'A_EXAMINER'
  if (compareJours(duLe, today) < 0) return 'EN_RETARD'
  return verdict === 'A_COMPLETER' ? 'A_COMPLETER' : 'ATTENDU'
}

export type RefusBilan =
  | 'SANS_BILAN'
  | 'ENCORE_REPRENABLE'
  | 'DEJA_RECU'
  | 'PAS_RECU'
  | 'JOUR_A_VENIR'
  | 'AVANT_EXECUTOIRE'
  | 'MOTIF_TROP_COURT'
  | 'MOTIF_TROP_LONG'
  | 'DEPENSE_A_DONNER'
  | 'DEPENSE_NEGATIVE'

type DuDossier = { accord: Accord | null; bilan: Bilan | null }

/** May the bilan be said to have come on this day? Once, and again after it was found to be completed. */
export function recevoirBilan({ accord, bilan }: DuDossier, le: Jour, today: Jour): Result<Jour, RefusBilan> {
  if (!accord || !bilan) return no('SANS_BILAN')
  if (accord.reprenable) return no('ENCORE_REPRENABLE')
  if (bilan.recuLe !== null && bilan.verdict !== 'A_COMPLETER') return no('DEJA_RECU')
  if (compareJours(le, today) > 0) return no('JOUR_A_VENIR')
  return compareJours(le, accord.payableDes) < 0 ? no('AVANT_EXECUTOIRE') : ok(le)
}

/** Takes that back, and what was thought of it: it did not come. */
export const reprendreBilan = ({ bilan }: Pick<DuDossier, 'bilan'>): Result<Jour, RefusBilan> =>
  bilan?.recuLe ? ok(bilan.recuLe) : no('PAS_RECU')

type Depense = { montantCents: Montant; depenseCents: Montant; coutTotalCents: Montant | null }

/**
 * What is due of a grant, in cents: it follows what was really spent, as its part of what the project was to cost; where that cost is not known, it is
 * no more than what was spent [choix].
 */
export function montantDu({ montantCents, depenseCents, coutTotalCents }: Depense): Montant {
  const cout = coutTotalCents !== null && coutTotalCents > 0n ? coutTotalCents : montantCents
  return depenseCents >= cout || cout === 0n ? montantCents : (montantCents * depenseCents) / cout
}

/** What is to be given back of what was paid, in cents: what goes beyond what is due. Never more than what was paid. */
export function montantARendre({ verseCents, ...depense }: Depense & { verseCents: Montant }): Montant {
  const du = montantDu(depense)
  return verseCents > du ? verseCents - du : 0n
}

/** The reason of a bilan to complete says what is missing: fewer characters say nothing, more are a letter. */
export const MOTIF_BILAN_MIN = 10
export const MOTIF_BILAN_MAX = 2_000

export type BilanJuge = { verdict: 'CONFORME'; depenseCents: Montant } | { verdict: 'A_COMPLETER'; motif: string }

type Saisie = { verdict: VerdictBilan; motif: string; depenseCents: Montant | null }

/** What is thought of a bilan that came: in order, with what was really spent, or to complete, and why. It may be thought otherwise later. */
export function jugerBilan(
  bilan: Bilan | null,
  { verdict, motif, depenseCents }: Saisie,
): Result<BilanJuge, RefusBilan> {
  if (!bilan) return no('SANS_BILAN')
  if (bilan.recuLe === null) return no('PAS_RECU')
  if (verdict === 'CONFORME') {
    if (depenseCents === null) return no('DEPENSE_A_DONNER')
    return depenseCents < 0n ? no('DEPENSE_NEGATIVE') : ok({ verdict, depenseCents })
  }
  const mots = motif.trim()
  if (mots.length < MOTIF_BILAN_MIN) return no('MOTIF_TROP_COURT')
  return mots.length > MOTIF_BILAN_MAX ? no('MOTIF_TROP_LONG') : ok({ verdict, motif: mots })
}
