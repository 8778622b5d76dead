import type { Montant } from '#domain/budget/montant'
import { type Decision, MOTIFS_REFUS, type NatureDecision } from '#domain/dossier/decision'
import { type Acte, type Etat, suite } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'

export type RefusNotification = 'PAS_VOTE' | 'DECISION_DEJA_PRISE' | 'PAS_EXECUTOIRE'

/** A délibération in force, as a decision names it. */
export type Deliberee = { numero: string; le: Jour }

type Votee = {
  etat: Etat
  vote: { nature: NatureDecision | null; montantCents: Montant | null; motif: string | null; precision: string }
  /** `executoireLe` is null until the préfecture has received it. */
  deliberation: (Deliberee & { executoireLe: Jour | null }) | null
}

/** The act by which each vote becomes a decision; a vote is of no other nature. */
const ACTES: Partial<Record<NatureDecision, Acte>> = {
  ACCORDE: 'notifierAccord',
  ACCORDE_PARTIEL: 'notifierAccordPartiel',
  REFUSE: 'notifierRefus',
}

/**
 * What was voted, as the decision that the demandeur is told: not before the délibération is in force (CGCT L3131-1, docs/domaine.md § 7.6), and
 * for the amount voted.
 */
export function notifier(
  { etat, vote, deliberation }: Votee,
  now: Date,
): Result<{ decision: Decision; deliberation: Deliberee }, RefusNotification> {
  const { nature, montantCents, precision } = vote
  const acte = nature && ACTES[nature]
  if (!nature || !acte) return no('PAS_VOTE')
  if (!suite(etat, acte)) return no(etat === nature ? 'DECISION_DEJA_PRISE' : 'PAS_VOTE')
  if (!deliberation || deliberation.executoireLe === null) return no('PAS_EXECUTOIRE')
  const motif = MOTIFS_REFUS.find((un) => un === vote.motif) ?? null
  const { numero, le } = deliberation
  return ok({
    decision: { nature, montantCents, motif, precision, avecCourriel: true, priseLe: now },
    deliberation: { numero, le },
  })
}
