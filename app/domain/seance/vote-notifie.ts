import type { Montant } from '#domain/budget/montant'
import { type Decision, MOTIFS_REFUS, type NatureDecision, type NatureVotee } from '#domain/dossier/decision'
import { type Acte, type Etat, suite } from '#domain/dossier/etat'
import type { EnSeance } from '#domain/dossier/vote-de-decision'
import { no, ok, type Result } from '#domain/result'
import { liberer, type Preparation, type RefusLiberation } from '#domain/seance/liberation'
import type { RefusDeLettre } from '#domain/seance/lettre-repetee'
import type { Jour } from '#domain/temps/jour'

/** `COURRIEL_A_REVOIR`: its words do not say what was voted (#domain/seance/repetition); the letters are those of #domain/seance/lettre-repetee. */
export type RefusNotification =
  'PAS_VOTE' | 'DECISION_DEJA_PRISE' | 'PAS_EXECUTOIRE' | RefusLiberation | RefusDeLettre | 'COURRIEL_A_REVOIR'

/** A délibération in force, as a decision names it. */
export type Deliberee = { numero: string; le: Jour; executoireLe: Jour }

/** What was voted of a dossier; `nature` is null where it was put off. */
type Vote = {
  seanceId: string
  nature: NatureDecision | null
  montantCents: Montant | null
  motif: string | null
  precision: string
}

type Votee = {
  etat: Etat
  vote: Vote
  /** `executoireLe` is null until the préfecture has received it. */
  deliberation: (Omit<Deliberee, 'executoireLe'> & { executoireLe: Jour | null }) | null
  preparation: Preparation
  /** Who lets it go. */
  parId: string
}

/** The act by which each vote becomes a decision; a vote is of no other nature. */
const ACTES = {
  ACCORDE: 'notifierAccord',
  ACCORDE_PARTIEL: 'notifierAccordPartiel',
  REFUSE: 'notifierRefus',
} as const satisfies Record<NatureVotee, Acte>

const estVotee = (nature: NatureDecision): nature is NatureVotee => Object.hasOwn(ACTES, nature)

/** What was voted, as the decision that it is once its délibération is in force; null where it was put off. */
export function decisionVotee(rendu: Vote, now: Date): (Decision<EnSeance> & { nature: NatureVotee }) | null {
  const { seanceId, nature, montantCents, motif, precision } = rendu
  if (!nature || !estVotee(nature)) return null
  const dit = MOTIFS_REFUS.find((un) => un === motif) ?? null
  const vote = { par: 'SEANCE', seanceId } as const
  return { nature, vote, montantCents, motif: dit, precision, avecCourriel: true, priseLe: now }
}

/**
 * What was voted, as the decision that the demandeur is told: not before the délibération is in force (CGCT L3131-1, docs/domaine.md § 7.6), for
 * the amount voted, and let go by someone else than who prepared it.
 */
export function notifier(
  { etat, vote, deliberation, preparation, parId }: Votee,
  now: Date,
): Result<{ decision: Decision<EnSeance>; deliberation: Deliberee }, RefusNotification> {
  const decision = decisionVotee(vote, now)
  if (!decision) return no('PAS_VOTE')
  if (!suite(etat, ACTES[decision.nature])) return no(etat === decision.nature ? 'DECISION_DEJA_PRISE' : 'PAS_VOTE')
  if (!deliberation || deliberation.executoireLe === null) return no('PAS_EXECUTOIRE')
  const permis = liberer(preparation, parId)
  if (!permis.ok) return permis
  const { numero, le, executoireLe } = deliberation
  return ok({ decision, deliberation: { numero, le, executoireLe } })
}
